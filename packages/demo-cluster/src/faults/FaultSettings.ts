/** What is wrong with a cluster, as plain JSON. Absent means in order. */
export interface FaultSettings {
  /** Before every answer. */
  readonly latencyMs?: number;
  /** 429 with Retry-After to the next `count` requests, or to all of them. */
  readonly tooManyRequests?: {
    readonly count?: number;
    readonly retryAfterSeconds?: number;
  };
  /** 500 to the next `count` requests, or to all of them. */
  readonly serverError?: { readonly count?: number };
  /** Every request's connection is reset, open streams at once. */
  readonly resetConnections?: boolean;
  /** Requests are taken and never answered, open streams fall silent, until this is mended. */
  readonly blackHole?: boolean;
  /** Watches end by themselves after this time, without an error. */
  readonly endWatchesAfterMs?: number;
  /** Lists and watches from a version: 410 as an HTTP status, or in the watch as an ERROR event. */
  readonly gone?: 'status' | 'in-stream';
  /**
   * Watches do not begin with the state when asked by `sendInitialEvents`: refused because the feature is switched off
   * (v1.27 and later), refused in the stream because etcd is too old, or not understood at all (older servers).
   */
  readonly noInitialEvents?: 'forbidden' | 'unsupported' | 'ignored';
  /** No bookmarks but the one that ends initial events, as of a kind of which the API server has not heard since it started. */
  readonly noBookmarks?: boolean;
  /** The next `count` events of watches, or all, are cut off in the middle, and their connections with them. */
  readonly cutEvents?: { readonly count?: number };
  /** Kinds (`builds.kpack.io`) and whole groups (`kpack.io`) that are not installed. Their open watches end. */
  readonly absent?: readonly string[];
  /** Log bodies trickle. */
  readonly slowLogBytesPerSecond?: number;
  /** Refused to everybody, whatever their rights. */
  readonly forbid?: readonly ForbiddenKind[];
  /** Objects served with wrong types in them. */
  readonly malformed?: readonly MalformedObject[];
  /** Nobody listens at the address any more. */
  readonly dead?: boolean;
}

export interface ForbiddenKind {
  /** `builds.kpack.io`, `pods`, `pods/log`; the group may be left out. */
  readonly resource: string;
  readonly verb?: string;
  readonly namespace?: string;
}

export interface MalformedObject {
  /** `builds.kpack.io`; the group may be left out. */
  readonly resource: string;
  readonly namespace?: string;
  /** Absent: every object of that kind. */
  readonly name?: string;
}
