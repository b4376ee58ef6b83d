import { clusterTokenHeader } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ClusterToken } from './ClusterToken';

/** The tokens that came with one request, and whose they are. */
export class ClusterTokens {
  readonly #byHeader: ReadonlyMap<string, ClusterToken>;

  constructor(
    /** The person. Part of every key under which something of theirs is kept. */
    readonly who: string,
    /** By the names of the headers that they came in. */
    byHeader: ReadonlyMap<string, ClusterToken> = new Map(),
  ) {
    this.#byHeader = byHeader;
  }

  /** The token for clusters of this provider (`google`, `oidc.okta`). */
  of(authProvider: string): ClusterToken | undefined {
    return this.#byHeader.get(clusterTokenHeader(authProvider));
  }
}
