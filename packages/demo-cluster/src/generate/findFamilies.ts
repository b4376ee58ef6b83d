import { KIND } from '../controllers/kinds.ts';
import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import type { KindName } from '../recording/KindName.ts';
import type { RecordedChange, Recording } from '../recording/Recording.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { splitClusters } from '../world/splitClusters.ts';
import type { Family, FamilyBuild } from './Family.ts';

type Found = { readonly resource: KindName; readonly object: KubeObject };

const NUMBER = 'image.kpack.io/buildNumber';
const BUILD = 'kpack.io/build';

/** Every recorded workload whose image kpack builds and whose newest build still has its pod. */
export function findFamilies(recording: Recording): Family[] {
  const end = splitClusters(recording.end).filter(p => p.cluster === 'build');
  const changes = recording.changes();
  return end
    .filter(({ resource }) => isKind(resource, KIND.workload))
    .flatMap(({ object }) => familyOf(object, end, changes) ?? []);
}

function familyOf(
  workload: KubeObject,
  end: readonly Found[],
  changes: readonly RecordedChange[],
): Family | undefined {
  const stamped = listAt(workload, 'status', 'resources').flatMap(stage =>
    end.filter(found => isStamped(found, at(stage, 'stampedRef'))),
  );
  const image = stamped.find(({ resource }) => isKind(resource, KIND.image));
  const uid = image?.object.metadata.uid;
  if (!image || uid === undefined) return undefined;
  const builds = end
    .filter(
      ({ resource, object }) =>
        isKind(resource, KIND.build) && ownedBy(object, uid),
    )
    .map(
      ({ object }): FamilyBuild => ({
        number: numberOf(object),
        build: object,
        pod: end.find(found => isPodOf(found, object))?.object,
      }),
    )
    .sort((a, b) => b.number - a.number);
  const [newest, ...older] = builds;
  if (!newest?.pod) return undefined;
  return {
    workload,
    image: image.object,
    builds: [newest, ...older],
    stamped: stamped.filter(found => found !== image),
    running: runningOf(uid, changes),
    ...pastOf(uid, changes, builds),
  };
}

/** The middle of a build: a step has ended, others go on, and its Image says so. */
function runningOf(
  imageUid: string,
  changes: readonly RecordedChange[],
): Family['running'] {
  const build = changes.findLast(
    ({ resource, object }) =>
      isKind(resource, KIND.build) &&
      ownedBy(object, imageUid) &&
      condition(object, 'Succeeded')?.status === 'Unknown' &&
      listAt(object, 'status', 'stepsCompleted').length > 0,
  );
  if (!build) return undefined;
  const { version, object } = build;
  const pod = changes.findLast(c => c.version <= version && isPodOf(c, object));
  const image = changes.findLast(
    c =>
      c.version <= version &&
      c.object.metadata.uid === imageUid &&
      textAt(c.object, 'status', 'latestBuildRef') === object.metadata.name,
  );
  if (!image) return undefined;
  return {
    number: numberOf(object),
    build: object,
    pod: pod?.object,
    image: image.object,
  };
}

/** Digests and uids of all builds there ever were, so that the generated ones get their own. */
function pastOf(
  imageUid: string,
  changes: readonly RecordedChange[],
  builds: readonly FamilyBuild[],
): Pick<Family, 'digests' | 'uids'> {
  const digests = new Map<string, number>();
  const uids = new Map<string, { kind: 'Build' | 'Pod'; number: number }>();
  const all = changes
    .filter(c => isKind(c.resource, KIND.build) && ownedBy(c.object, imageUid))
    .map(c => c.object)
    .concat(builds.map(({ build }) => build));
  for (const build of all) {
    const number = numberOf(build);
    const { uid } = build.metadata;
    if (uid) uids.set(uid, { kind: 'Build', number });
    const digest = textAt(build, 'status', 'latestImage')?.split('@sha256:')[1];
    if (digest) digests.set(digest, Math.max(number, digests.get(digest) ?? 0));
  }
  const pods = changes
    .filter(c => isKind(c.resource, KIND.pod))
    .map(c => c.object)
    .concat(builds.flatMap(({ pod }) => pod ?? []));
  for (const pod of pods) {
    const [owner] = pod.metadata.ownerReferences ?? [];
    const build = uids.get(owner?.uid ?? '');
    const { uid } = pod.metadata;
    if (build && uid) uids.set(uid, { kind: 'Pod', number: build.number });
  }
  return { digests, uids };
}

function isStamped({ resource, object }: Found, ref: unknown): boolean {
  const kind = resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
  return (
    kind === textAt(ref, 'resource') &&
    object.metadata.name === textAt(ref, 'name') &&
    object.metadata.namespace === textAt(ref, 'namespace')
  );
}

function isPodOf({ resource, object }: Found, build: KubeObject): boolean {
  return (
    isKind(resource, KIND.pod) &&
    object.metadata.namespace === build.metadata.namespace &&
    object.metadata.labels?.[BUILD] === build.metadata.name &&
    ownedBy(object, build.metadata.uid ?? '')
  );
}

function ownedBy(object: KubeObject, uid: string): boolean {
  return (object.metadata.ownerReferences ?? []).some(ref => ref.uid === uid);
}

function numberOf(build: KubeObject): number {
  return Number(build.metadata.labels?.[NUMBER]) || 0;
}

function isKind(a: KindName, b: KindName): boolean {
  return a.plural === b.plural && a.group === b.group;
}
