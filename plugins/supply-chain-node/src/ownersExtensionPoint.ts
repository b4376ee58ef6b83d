import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { WorkloadOwners } from './WorkloadOwners';

/** Put in place of the default, which reads the annotations of catalog entities. */
export interface OwnersExtensionPoint {
  setOwners(owners: WorkloadOwners): void;
}

export const ownersExtensionPoint = createExtensionPoint<OwnersExtensionPoint>({
  id: 'supply-chain.owners',
});
