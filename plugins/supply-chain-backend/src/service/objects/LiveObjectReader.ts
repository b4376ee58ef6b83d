import type { ObjectView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stringify } from 'yaml';
import { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { NoSuchObject } from '../errors/NoSuchObject';
import type { Sight } from '../Sight';
import { cleanObject } from './cleanObject';
import { hideValues } from './hideValues';
import { withoutDepths } from './withoutDepths';
import type { ObjectOwners } from './ObjectOwners';
import type { ObjectReader, ObjectRequest } from './ObjectReader';

/** Answers from the cluster itself: the live copy keeps only what pages show. */
export class LiveObjectReader implements ObjectReader<Sight> {
  constructor(private readonly owners: Pick<ObjectOwners, 'find'>) {}

  async object(request: ObjectRequest, as: Sight): Promise<ObjectView> {
    const { ref, resource, keep } = request;
    const found = await this.owners.find(request, as);
    if (!found) throw new NoSuchObject(resource, ref);
    const { apiVersion, kind } = found;
    const whole = { apiVersion, kind, ...Object(withoutDepths(found.raw)) };
    const clean = cleanObject(whole, keep);
    const shown = as.seesValues(found.subject) ? clean : hideValues(clean);
    const object = new Fields(shown);
    const yaml = toYaml(shown);
    return present({
      ref,
      resource,
      apiVersion: object.text('apiVersion'),
      kind: object.text('kind'),
      yaml,
      kept: [...keep],
      redacted: shown !== clean && yaml !== toYaml(clean),
    });
  }
}

/** Long lines stay as they are: folded ones are hard to compare, and to copy. */
function toYaml(object: unknown): string {
  return stringify(object, { lineWidth: 0, aliasDuplicateObjects: false });
}
