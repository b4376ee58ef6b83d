import { resourceName } from '../../clusters/resourceName';
import { hasEnded } from '../../logs/runs/loggedRun';
import { readObjectMeta } from '../../model/objects/readObjectMeta';
import { shaped } from '../../service/shaped';
import { readAnyRun } from '../../stages/runs/readAnyRun';
import type { WatchedKind } from '../../watch/WatchedKind';
import { mayBeWorkloads } from './mayBeWorkloads';
import type { RunOwner } from './RunOwner';
import { shortMeta } from './shortMeta';

/** A kind of which nothing is wanted but who owns each object, and whether it goes on. */
export function ownerKind(
  resource: WatchedKind<unknown>['resource'],
  kind: string,
  labelSelector?: string,
): WatchedKind<RunOwner> {
  return {
    ...{ resource, kind, namespaced: true, labelSelector },
    read: shaped(raw => {
      const meta = readObjectMeta(raw, 'namespaced');
      const { phase } = readAnyRun(raw, meta, resourceName(resource));
      const short = shortMeta(meta);
      return {
        meta: mayBeWorkloads(meta) ? short : { ...short, owners: [] },
        ended: hasEnded(phase),
      };
    }),
    indexes: {},
  };
}
