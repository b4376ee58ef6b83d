import type { ContractClient } from './ContractClient.ts';

/** Where a contract test works: as an administrator, in a namespace of its own. */
export interface ContractRoom {
  readonly client: ContractClient;
  readonly namespace: string;
  readonly viewerToken: string;
}
