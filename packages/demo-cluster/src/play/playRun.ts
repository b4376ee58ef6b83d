import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { RecordedChange } from '../recording/Recording.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { moveInstants } from '../instants/moveInstants.ts';
import { moveInstant } from '../instants/moveInstant.ts';
import type { DatedLine } from '../recording/parseLog.ts';
import { leafPairs } from './leafPairs.ts';
import { LiveTime } from './LiveTime.ts';
import { producedDigests } from './producedDigests.ts';
import type { Random } from './Random.ts';
import type { RunScript } from './RunScript.ts';
import { Substitution } from './Substitution.ts';
import type { Tempo } from './Tempo.ts';

/** Who the root of the played run is; everything else follows from it. */
export interface RunIdentity {
  readonly metadata: KubeObject['metadata'];
  readonly spec: unknown;
  /** What of the recorded root is otherwise now. */
  readonly told?: (root: KubeObject) => KubeObject;
}

interface Play {
  readonly script: RunScript;
  readonly as: RunIdentity;
  readonly state: ClusterState;
  readonly tempo: Tempo;
  readonly random: Random;
  /** Recorded time passes this much slower than the tempo says. */
  readonly stretch?: number;
  /** After every change of the root. */
  readonly onRoot?: (root: KubeObject) => void;
}

type Moment =
  | { at: number; change: RecordedChange }
  | { at: number; pod: string; container: string; line: DatedLine };

/** Runs what was recorded once more, now, as another run. Resolves with the root as it ended; with undefined when somebody deleted it meanwhile. */
export async function playRun(play: Play): Promise<KubeObject | undefined> {
  const { script, as, state, tempo, stretch = 1 } = play;
  const time = new LiveTime();
  const substitution = substitutionFor(play);
  const { namespace = '' } = as.metadata;
  let root: KubeObject | undefined;
  let last = Date.parse(script.root.metadata.creationTimestamp ?? '') || 0;
  for (const moment of momentsOf(script)) {
    if (moment.at > last) {
      if (root) await tempo.wait((moment.at - last) * stretch);
      last = moment.at;
    }
    const live =
      root && state.get(script.resource, namespace, as.metadata.name);
    if (root && !live) return undefined;
    time.anchor(last, tempo.now(), tempo.speed / stretch);
    if ('line' in moment) {
      const pod = substitution.text(moment.pod);
      if (state.get(PODS, namespace, pod))
        state.logs.append(namespace, pod, moment.container, {
          ...(moment.line.partial && { partial: true }),
          bytes: moment.line.verbatim
            ? moment.line.bytes
            : substitution.bytes(moment.line.bytes),
          at: moveInstant(moment.line.at, time.shift),
        });
      continue;
    }
    const { resource, object } = moment.change;
    const renewed = moveInstants(substitution.value(object), time.shift);
    if (object.metadata.uid === script.root.metadata.uid) {
      root = state.apply(resource, asRoot(renewed, live ?? undefined, as));
      play.onRoot?.(root);
    } else {
      const applied = state.apply(resource, asMember(renewed, script, as));
      if (resource.group === '' && resource.plural === 'pods')
        endLogs(state, applied);
    }
  }
  return root;
}

const PODS = { group: '', plural: 'pods' };

function momentsOf(script: RunScript): Moment[] {
  let latest = 0;
  // Arrivals of different watches may cross by milliseconds; the versions tell the order.
  const changes = script.changes.map(change => ({
    at: (latest = Math.max(latest, change.at)),
    change,
  }));
  const lines = script.logs.flatMap(({ pod, container, lines: all }) =>
    all.map(line => ({ at: Date.parse(line.at), pod, container, line })),
  );
  const first = changes[0]?.at ?? 0;
  const moments: Moment[] = [
    ...lines.filter(line => line.at >= first),
    ...changes,
  ];
  return moments.sort((a, b) => a.at - b.at);
}

function substitutionFor({ script, as, random }: Play): Substitution {
  const from = script.root.metadata;
  const { name, namespace = '' } = as.metadata;
  const pairs: [string, string][] = [
    ...leafPairs(script.root.spec, as.spec),
    ...(from.uid !== undefined && as.metadata.uid !== undefined
      ? [[from.uid, as.metadata.uid] satisfies [string, string]]
      : []),
    [from.name, name],
    [`${from.namespace ?? ''}/${from.name}`, `${namespace}/${name}`],
    [`-n ${from.namespace ?? ''} ${from.name}`, `-n ${namespace} ${name}`],
  ];
  for (const { object } of script.changes) {
    const { uid, ownerReferences = [] } = object.metadata;
    if (uid) pairs.push([uid, random.uuid()]);
    for (const owner of ownerReferences) {
      const known = as.metadata.ownerReferences?.[0];
      if (owner.uid && known?.uid && object.metadata.uid === from.uid)
        pairs.push([owner.uid, known.uid]);
    }
    for (const id of containerIds(object)) pairs.push([id, random.hex(64)]);
    if (textAt(object, 'involvedObject', 'uid') !== undefined)
      pairs.push([
        object.metadata.name,
        `${object.metadata.name
          .slice(0, object.metadata.name.lastIndexOf('.'))
          .replace(from.name, name)}.${random.hex(16)}`,
      ]);
  }
  for (const digest of producedDigests(script.final))
    pairs.push([digest, `sha256:${random.hex(64)}`]);
  // The first pair of a value wins: an object is met at every change.
  const unique = new Map<string, string>();
  for (const [old, renewed] of pairs)
    if (!unique.has(old)) unique.set(old, renewed);
  return new Substitution(unique);
}

function* containerIds(object: KubeObject): Iterable<string> {
  for (const status of containerStatuses(object))
    for (const id of [
      textAt(status, 'containerID'),
      textAt(status, 'state', 'terminated', 'containerID'),
    ])
      if (id?.includes('://')) yield id.slice(id.indexOf('://') + 3);
}

function containerStatuses(pod: KubeObject): readonly unknown[] {
  return [
    ...listAt(pod, 'status', 'initContainerStatuses'),
    ...listAt(pod, 'status', 'containerStatuses'),
  ];
}

/** Annotations that somebody put on the running root meanwhile stay, as a merge patch by its controller would leave them. */
function asRoot(
  renewed: KubeObject,
  live: KubeObject | undefined,
  { metadata, spec, told = each => each }: RunIdentity,
): KubeObject {
  return told({
    ...renewed,
    metadata: {
      ...renewed.metadata,
      ...metadata,
      annotations: { ...metadata.annotations, ...live?.metadata.annotations },
    },
    spec,
  });
}

function asMember(
  renewed: KubeObject,
  script: RunScript,
  { metadata }: RunIdentity,
): KubeObject {
  const { namespace = '' } = metadata;
  const member: KubeObject = {
    ...renewed,
    metadata: {
      ...renewed.metadata,
      namespace,
      ...inherit('labels', renewed, script.root, metadata),
      ...inherit('annotations', renewed, script.root, metadata),
    },
  };
  return at(member, 'involvedObject') === undefined
    ? member
    : put(member, ['involvedObject', 'namespace'], namespace);
}

/** Labels and annotations are handed down from the root: where the recorded root had one, the member gets that of the new root. */
function inherit(
  field: 'labels' | 'annotations',
  member: KubeObject,
  recordedRoot: KubeObject,
  root: KubeObject['metadata'],
): Partial<KubeObject['metadata']> {
  const own = member.metadata[field];
  if (!own) return {};
  const former = recordedRoot.metadata[field] ?? {};
  const handedDown = Object.keys(own).some(key => key in former);
  if (!handedDown) return {};
  return {
    [field]: {
      ...Object.fromEntries(
        Object.entries(own).filter(([key]) => !(key in former)),
      ),
      ...root[field],
    },
  };
}

/** The kubelet closes a container's log with the container. */
function endLogs(state: ClusterState, pod: KubeObject): void {
  const { namespace = '', name } = pod.metadata;
  for (const status of containerStatuses(pod)) {
    const container = textAt(status, 'name');
    if (container === undefined) continue;
    if (at(status, 'state', 'terminated') === undefined) continue;
    if (!state.logs.read(namespace, name, container)?.ended)
      state.logs.end(namespace, name, container);
  }
}
