import type { ObjectView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { ObjectOwners } from '../service/objects/ObjectOwners';
import type {
  ObjectReader,
  ObjectRequest,
} from '../service/objects/ObjectReader';
import type { Sight } from '../service/Sight';
import type { Caller } from './Caller';
import type { Sights } from './Sights';

/**
 * Objects for those who may see the workload that owns them. Denied and absent are the same answer; a caller who can see
 * nothing in the namespace does not even make us ask the cluster.
 */
export class AuthorizedObjectReader implements ObjectReader<Caller> {
  constructor(
    private readonly options: {
      readonly inner: ObjectReader<Sight>;
      readonly owners: Pick<ObjectOwners, 'find'>;
      readonly sights: Pick<Sights, 'of'>;
    },
  ) {}

  async object(request: ObjectRequest, as: Caller): Promise<ObjectView> {
    const { inner, owners, sights } = this.options;
    const { ref, resource } = request;
    const sight = await sights.of(as);
    if (!sight.mayLookAt(ref.cluster, ref.namespace)) {
      throw new NoSuchObject(resource, ref);
    }
    const found = await owners.find(request, sight);
    if (!found || !sight.sees(found.subject)) {
      throw new NoSuchObject(resource, ref);
    }
    return inner.object(request, sight);
  }
}
