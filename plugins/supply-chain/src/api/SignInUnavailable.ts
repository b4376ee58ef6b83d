/** The app has no sign-in for the provider of a cluster: only its administrator can help. */
export class SignInUnavailable extends Error {
  readonly name = 'SignInUnavailable';

  constructor(authProvider: string) {
    super(`This app has no sign-in for ${authProvider}`);
  }
}
