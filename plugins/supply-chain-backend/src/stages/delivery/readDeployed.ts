import type { DeployView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { readConditions } from '../../model/objects/readConditions';
import { shownOutput } from './shownOutput';

/** A Kustomization of Flux, and every other kind that says with `Ready` how it is doing. */
export function readDeployed(
  object: Fields,
): Omit<DeployView, 'kind' | 'name'> {
  const status = object.object('status');
  const ready = readConditions(status).find(each => each.type === 'Ready');
  const message = shownOutput(ready?.message) ?? ready?.reason;
  const revision = status.text('lastAppliedRevision');
  const attempted = status.text('lastAttemptedRevision');
  return present({
    says: ready?.status === 'False' ? undefined : message,
    failure: ready?.status === 'False' ? message : undefined,
    revision,
    attempted: attempted === revision ? undefined : attempted,
    updatedAt: ready?.at,
  });
}
