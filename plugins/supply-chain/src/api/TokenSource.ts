/** Where a person's own tokens for clusters come from: the sign-ins of the app. Providers as in `ClusterView.authProvider`. */
export interface TokenSource {
  /** The token if it can be had without showing anything to anybody. Never throws. */
  quietly(authProvider: string): Promise<string | undefined>;
  /** At the person's own wish: may show a sign-in. Throws `SignInUnavailable` where the app has none for this provider. */
  signIn(authProvider: string): Promise<string | undefined>;
}
