import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { Condition } from '../play/condition.ts';
import { Substitution } from '../play/Substitution.ts';
import { withCondition } from '../play/withCondition.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { KindName } from '../recording/KindName.ts';
import { emitEvent } from './emitEvent.ts';
import { rfc3339 } from './rfc3339.ts';
import type { Scene } from './Scene.ts';

/** As recorded in run2: from noticing a commit to its stored artifact. */
const FETCH_MS = 1_400;
/** A commit's or a digest's hexadecimal digits. */
const HEX = /(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g;

/**
 * A new commit arrives at a source object: Flux's conditions step by step, and new hexadecimal
 * digits wherever its artifact names the revision. Resolves with what was replaced by what.
 */
export async function commitSource(
  { tempo, random }: Scene,
  state: ClusterState,
  resource: KindName,
  source: KubeObject,
  message: string,
): Promise<[string, string][]> {
  const artifact = JSON.stringify(
    (source.status as { artifact?: unknown } | undefined)?.artifact ?? null,
  );
  const pairs = [...new Set(artifact.match(HEX) ?? [])].map(
    (old): [string, string] => [old, random.hex(old.length)],
  );
  const next = new Substitution(pairs);
  const revision = next.text(
    textAt(source, 'status', 'artifact', 'revision') ?? '',
  );
  const says = (status: string, reason: string, text: string): Condition => ({
    ...{ status, reason, message: text },
  });
  const building = `building artifact: new upstream revision '${revision}'`;
  const started = rfc3339(tempo.now());
  const waiting = (
    [
      ['Ready', says('Unknown', 'Progressing', building)],
      ['Reconciling', says('True', 'Progressing', building)],
      [
        'ArtifactOutdated',
        says('True', 'NewRevision', `new upstream revision '${revision}'`),
      ],
    ] as const
  ).reduce((o, [type, c]) => withCondition(o, type, c, started), source);
  state.apply(resource, waiting);
  await tempo.wait(FETCH_MS);

  const now = rfc3339(tempo.now());
  const live =
    state.get(resource, source.metadata.namespace, source.metadata.name) ??
    source;
  const stored = says(
    'True',
    'Succeeded',
    `stored artifact for revision '${revision}'`,
  );
  const renewed = put(
    next.value(
      withCondition(
        withCondition(source, 'Ready', stored, now),
        'ArtifactInStorage',
        stored,
        now,
      ),
    ),
    ['status', 'artifact', 'lastUpdateTime'],
    now,
  );
  const applied = state.apply(resource, {
    ...live,
    status: renewed.status,
  });
  emitEvent(state, {
    about: applied,
    reason: 'NewArtifact',
    message: `stored artifact for commit '${message}'`,
    component: 'source-controller',
    now: tempo.now(),
    unique: random.hex(16),
  });
  return pairs;
}
