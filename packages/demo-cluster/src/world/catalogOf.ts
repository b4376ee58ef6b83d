import type { RecordedKind } from '../recording/Recording.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

/** Definitions for all recorded kinds: the known one where there is one, else what the recording itself tells. */
export function catalogOf(
  recorded: readonly RecordedKind[],
  known: readonly ResourceDefinition[],
): ResourceDefinition[] {
  const keyOf = (kind: { group: string; plural: string }) =>
    `${kind.group}/${kind.plural}`;
  const knownKeys = new Set(known.map(keyOf));
  const found = recorded
    .filter(kind => !knownKeys.has(keyOf(kind)))
    .map(
      ({ group, plural, version, kind, objects }): ResourceDefinition => ({
        ...{ group, plural, kind, versions: [version] },
        singular: kind.toLowerCase(),
        // An empty list does not say; most kinds have a namespace.
        namespaced:
          objects.length === 0 ||
          objects.some(o => o.metadata.namespace !== undefined),
        subresources: ['status'],
        custom: group.includes('.'),
      }),
    );
  return [...known, ...found];
}
