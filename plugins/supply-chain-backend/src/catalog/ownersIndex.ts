import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { entityMatcher, type EntityMatcher } from './entityMatcher';
import { matchKeys } from './matchKeys';

interface Entry {
  readonly matcher: EntityMatcher;
  readonly owners: readonly string[];
}

/**
 * Owners of workloads by what entities say of them. A list asks it for every row: with ten thousand rows and as many
 * entities, looking at each entity for each row would take many seconds.
 */
export function ownersIndex(
  entities: readonly Entity[],
): (workload: WorkloadIdentity) => readonly string[] {
  const byKey = new Map<string, Entry[]>();
  const everywhere: Entry[] = [];
  for (const entity of entities) {
    const entry = toEntry(entity);
    if (!entry) continue;
    if (!entry.matcher.keys) everywhere.push(entry);
    for (const key of new Set(entry.matcher.keys ?? [])) {
      const entries = byKey.get(key);
      if (entries) entries.push(entry);
      else byKey.set(key, [entry]);
    }
  }
  if (byKey.size === 0 && everywhere.length === 0) return () => [];
  return workload => {
    const owners = new Set<string>();
    const look = (entries: readonly Entry[]) => {
      for (const { matcher, owners: of } of entries) {
        if (matcher.matches(workload))
          for (const owner of of) owners.add(owner);
      }
    };
    for (const key of matchKeys(workload)) look(byKey.get(key) ?? []);
    look(everywhere);
    return [...owners];
  };
}

function toEntry(entity: Entity): Entry | undefined {
  const matcher = entityMatcher(entity);
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  return matcher && owners.length > 0 ? { matcher, owners } : undefined;
}
