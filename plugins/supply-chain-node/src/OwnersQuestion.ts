import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who wants to know which workloads some owners have. */
export interface OwnersQuestion {
  /** What these may not see in the catalog, they are not told of. */
  readonly credentials: BackstageCredentials;
  /** Entity references; about others nothing has to be known. */
  readonly owners: readonly string[];
}
