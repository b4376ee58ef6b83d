import { resourceName } from '../../clusters/resourceName';
import type { CopyChange } from '../../watch/CopyChange';
import { watchedKinds } from '../watchedKinds';
import { dependency, type Dependency } from './dependency';

const DELIVERABLES = resourceName(watchedKinds.deliverable.resource);

/** What a change of objects or of health touches. Which clusters are others than before, a change of `clusters` does not say. */
export function* touchedBy(
  change: Exclude<CopyChange, { what: 'clusters' }>,
): Iterable<Dependency> {
  const { cluster, resource } = change;
  if (change.what === 'health') {
    yield dependency.health(cluster, resource);
    return;
  }
  yield dependency.kind(cluster, resource);
  for (const key of change.keys) {
    yield dependency.object(cluster, resource, key);
    if (resource === DELIVERABLES) yield dependency.anywhere(resource, key);
  }
  for (const entry of change.indexed) {
    yield dependency.entry(cluster, resource, entry);
  }
}
