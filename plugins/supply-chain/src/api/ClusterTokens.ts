import {
  clusterTokenHeader,
  type ClustersAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveEnvironment } from './LiveEnvironment';
import { SignInUnavailable } from './SignInUnavailable';
import { tokenExpiry } from './tokenExpiry';
import type { TokenSource } from './TokenSource';

/** ms. Nobody waits longer for tokens that the app may have; what comes later is used from then on. */
export const SETTLED_AFTER = 5_000;
/** ms between two questions for a token that does not say when it ends. Those of the usual providers last an hour. */
export const ASK_AGAIN = 10 * 60_000;
/** ms before its end at which a token is exchanged, and shortest time between two questions. */
const BEFORE_END = 60_000;
/** Characters: what our backend takes. */
const LONGEST = 12 * 1024;

export type SignInState =
  | { readonly kind: 'possible' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly says: string }
  /** The app has no such sign-in. */
  | { readonly kind: 'unavailable' };

const POSSIBLE: SignInState = { kind: 'possible' };

interface ClusterTokensOptions {
  readonly clusters: () => Promise<ClustersAnswer>;
  readonly environment: Pick<LiveEnvironment, 'after'>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/**
 * The person's own tokens for clusters that want them, as headers for our backend alone. Asked for quietly as soon as it is
 * known which clusters there are, kept in memory only, and exchanged before they end.
 */
export class ClusterTokens {
  private readonly tokens = new Map<string, string>();
  private readonly providers = new Map<string, string>();
  private readonly states = new Map<string, SignInState>();
  private readonly renewals = new Map<string, () => void>();
  private readonly listeners = new Set<() => void>();
  private readonly watchers = new Set<() => void>();
  private source: TokenSource | undefined;
  private settling: Promise<void> | undefined;
  /** Somebody was told to sign in before it was known whether that is so. */
  private doubted = false;

  constructor(private readonly options: ClusterTokensOptions) {}

  /** The app's sign-ins; the first that come stay. */
  connect(source: TokenSource): void {
    if (this.source) return;
    this.source = source;
    this.settling = this.begin().finally(() => {
      this.settling = undefined;
      if (this.doubted) this.tell();
    });
  }

  headers(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Array.from(this.tokens, ([provider, token]) => [
        clusterTokenHeader(provider),
        token,
      ]),
    );
  }

  /**
   * Asked by who was told to sign in: resolves when it is known which tokens there are without that, and `onChange` calls
   * then. Undefined when it is known.
   */
  unsettled(): Promise<void> | undefined {
    if (this.settling) this.doubted = true;
    return this.settling;
  }

  /** Called when requests are to be made again, because their headers would be others. */
  onChange(listener: () => void): () => void {
    return subscribe(this.listeners, listener);
  }

  /** Called when `signInState` may be another. */
  watch(listener: () => void): () => void {
    return subscribe(this.watchers, listener);
  }

  /** Whose token the cluster wants, as far as that was told. */
  providerOf(cluster: string): string | undefined {
    return this.providers.get(cluster);
  }

  /** Of a provider for which there is no token, or none that a cluster takes. */
  signInState(authProvider: string): SignInState {
    return this.states.get(authProvider) ?? POSSIBLE;
  }

  /** At the person's own wish. Never throws: how it went is the state. */
  async signIn(authProvider: string): Promise<void> {
    this.become(authProvider, { kind: 'asking' });
    try {
      if (!this.source) throw new SignInUnavailable(authProvider);
      const token = await this.source.signIn(authProvider);
      this.become(authProvider, POSSIBLE);
      this.put(authProvider, token);
    } catch (error) {
      this.become(
        authProvider,
        error instanceof SignInUnavailable
          ? { kind: 'unavailable' }
          : {
              kind: 'failed',
              says: error instanceof Error ? error.message : 'no token came',
            },
      );
    }
  }

  private async begin(): Promise<void> {
    let cancel = () => {};
    const late = new Promise<void>(resolve => {
      cancel = this.options.environment.after(SETTLED_AFTER, resolve);
    });
    await Promise.race([late, this.askForAll()]);
    cancel();
  }

  private async askForAll(): Promise<void> {
    try {
      const { clusters } = await this.options.clusters();
      for (const { name, access, authProvider } of clusters) {
        if (access === 'per-user' && authProvider !== undefined) {
          this.providers.set(name, authProvider);
        }
      }
    } catch {
      // The page says what is wrong with the backend; without clusters there is nobody to ask.
    }
    await Promise.all(
      [...new Set(this.providers.values())].map(each => this.quietly(each)),
    );
  }

  private async quietly(authProvider: string): Promise<void> {
    this.put(authProvider, await this.source?.quietly(authProvider));
  }

  private put(authProvider: string, token: string | undefined): void {
    const good =
      token !== undefined && token !== '' && token.length <= LONGEST
        ? token
        : undefined;
    this.renewals.get(authProvider)?.();
    this.renewals.delete(authProvider);
    const before = this.tokens.get(authProvider);
    if (good === undefined) {
      this.tokens.delete(authProvider);
    } else {
      this.tokens.set(authProvider, good);
      this.renewals.set(
        authProvider,
        this.options.environment.after(this.renewIn(good), () => {
          void this.quietly(authProvider);
        }),
      );
    }
    if (good !== before) this.tell();
  }

  private renewIn(token: string): number {
    const end = tokenExpiry(token);
    if (end === undefined) return ASK_AGAIN;
    const left = end - this.options.now() - BEFORE_END;
    return Math.min(ASK_AGAIN, Math.max(BEFORE_END, left));
  }

  private become(authProvider: string, state: SignInState): void {
    this.states.set(authProvider, state);
    for (const watcher of [...this.watchers]) watcher();
  }

  private tell(): void {
    this.doubted = false;
    for (const listener of [...this.listeners]) listener();
  }
}

function subscribe(all: Set<() => void>, listener: () => void): () => void {
  // A wrapper, so that one function may listen twice.
  const own = () => listener();
  all.add(own);
  return () => all.delete(own);
}
