import type { WatchedKind } from '../../watch/WatchedKind';

/** A Kubernetes API server that tests of the live copy run against: the demo cluster's, or a real one. */
export interface ServerUnderTest {
  readonly url: string;
  readonly adminToken: string;
  /** Whose token the live copy uses; has no rights before a test gives some. */
  readonly user: { readonly name: string; readonly token: string };
  /** A kind of its own, with objects `{spec: {colour}}`. */
  readonly resource: WatchedKind<unknown>['resource'];
  /** How many times as fast our own time may go. */
  readonly haste: number;
  /** The kind's CRD; removing it removes its objects. */
  installKind(): Promise<void>;
  removeKind(): Promise<void>;
  close(): Promise<void>;
}
