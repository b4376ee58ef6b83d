import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import type { ApiContext } from './ApiContext.ts';

/** The kinds that are installed at this moment. */
export function servedKinds({
  faults,
  state,
}: Pick<ApiContext, 'faults' | 'state'>): readonly ResourceDefinition[] {
  return state.resources
    .all()
    .filter(({ group, plural }) => !faults.isAbsent(group, plural));
}
