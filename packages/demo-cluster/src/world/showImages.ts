import { at } from '../json/at.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { KindName } from '../recording/KindName.ts';
import type { RecordedLog, Recording } from '../recording/Recording.ts';
import { Substitution } from '../play/Substitution.ts';
import { forgedCopy } from '../registry/forgedCopy.ts';
import { imageDigest } from '../registry/imageDigest.ts';
import type { RecordedImage } from '../registry/RecordedImage.ts';
import { unsignedCopy } from '../registry/unsignedCopy.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { besideTheirBuilder } from './besideTheirBuilder.ts';
import { loadState } from './loadState.ts';
import type { ClusterName, Placed } from './splitClusters.ts';
import { timeShift } from '../instants/timeShift.ts';

const IMAGE = 'image.kpack.io/image';
const KPACK = 'kpack.io';

/** One kpack Image with all that belongs to it in a cluster. */
interface Shown {
  readonly placed: readonly Placed[];
  readonly logs: readonly RecordedLog[];
}

/**
 * Puts the kpack Images whose registry is recorded into the build cluster, each with a forged and an unsigned copy, as if
 * their recording ended now. Answers with what the registry has to hold for that.
 */
export function showImages(
  clusters: Readonly<Record<ClusterName, ClusterState>>,
  images: readonly RecordedImage[],
  recordings: readonly (() => Recording)[],
  now: number,
): readonly RecordedImage[] {
  return images.flatMap(image => {
    const recording = recordings
      .map(read => read())
      .find(each => imageOf(each, image) !== undefined);
    if (!recording) return [];
    const shift = timeShift(recording.endedAt, now);
    const genuine = shownOf(recording, image);
    const forged = forgedCopy(image, `${image.repository}-forged`);
    const unsigned = unsignedCopy(image, `${image.repository}-unsigned`);
    for (const { placed, logs } of [
      genuine,
      copyOf(genuine, image, forged),
      withoutSigning(copyOf(genuine, image, unsigned)),
    ]) {
      for (const name of ['build', 'run'] as const) {
        const own = besideTheirBuilder(clusters.build, placed).filter(
          each => each.cluster === name,
        );
        loadState(clusters[name], own, name === 'build' ? logs : [], shift);
      }
    }
    return [image, forged, unsigned];
  });
}

function objectsOf(
  { end }: Recording,
  group: string,
  plural: string,
): readonly KubeObject[] {
  return (
    end.find(kind => kind.group === group && kind.plural === plural)?.objects ??
    []
  );
}

function imageOf(
  recording: Recording,
  { repository }: RecordedImage,
): KubeObject | undefined {
  return objectsOf(recording, KPACK, 'images').find(object =>
    textAt(object, 'status', 'latestImage')?.startsWith(`${repository}@`),
  );
}

function shownOf(recording: Recording, image: RecordedImage): Shown {
  const object = imageOf(recording, image);
  const { name, namespace, uid } = object?.metadata ?? {};
  const isOfImage = ({ metadata }: KubeObject) =>
    metadata.namespace === namespace && metadata.labels?.[IMAGE] === name;
  const on = (
    cluster: ClusterName,
    resource: KindName,
    objects: readonly KubeObject[],
  ): Placed[] =>
    objects.map(each => ({ ...{ cluster, resource, object: each } }));
  const pods = objectsOf(recording, '', 'pods').filter(isOfImage);
  const uids = new Set(pods.map(pod => pod.metadata.uid));
  const namespaces = objectsOf(recording, '', 'namespaces').filter(
    each => each.metadata.name === namespace,
  );
  const placed = [
    ...on('build', { group: '', plural: 'namespaces' }, namespaces),
    ...on('run', { group: '', plural: 'namespaces' }, namespaces),
    ...on('build', { group: KPACK, plural: 'images' }, object ? [object] : []),
    ...on(
      'build',
      { group: KPACK, plural: 'sourceresolvers' },
      objectsOf(recording, KPACK, 'sourceresolvers').filter(each =>
        each.metadata.ownerReferences?.some(owner => owner.uid === uid),
      ),
    ),
    ...on(
      'build',
      { group: KPACK, plural: 'builds' },
      objectsOf(recording, KPACK, 'builds').filter(isOfImage),
    ),
    ...on('build', { group: '', plural: 'pods' }, pods),
    ...on(
      'build',
      { group: '', plural: 'events' },
      objectsOf(recording, '', 'events').filter(each =>
        uids.has(textAt(each, 'involvedObject', 'uid')),
      ),
    ),
  ];
  const names = new Set(pods.map(pod => pod.metadata.name));
  const logs = recording.logs.filter(
    log => log.namespace === namespace && names.has(log.pod),
  );
  return { placed, logs };
}

/** The same under the name of another repository, with other uids. */
function copyOf(
  { placed, logs }: Shown,
  original: RecordedImage,
  copy: RecordedImage,
): Shown {
  const name = last(original.repository);
  const uids = placed.flatMap(({ object }) => object.metadata.uid ?? []);
  const substitution = new Substitution([
    [original.repository, copy.repository],
    [name, last(copy.repository)],
    [imageDigest(original), imageDigest(copy)],
    ...uids.map(uid => [uid, otherUid(uid, copy.repository)] as const),
  ]);
  return {
    placed: placed
      .filter(({ resource }) => resource.plural !== 'namespaces')
      .map(each => ({ ...each, object: substitution.value(each.object) })),
    logs: logs.map(log => ({
      ...log,
      pod: substitution.text(log.pod),
      ...(log.bytes && { bytes: Buffer.from(substitution.bytes(log.bytes)) }),
    })),
  };
}

/** Its Build was not told to sign, and nobody attested it. */
function withoutSigning({ placed, logs }: Shown): Shown {
  return {
    logs,
    placed: placed.map(each => {
      const { plural } = each.resource;
      if (plural !== 'builds' && plural !== 'images') return each;
      const unsigned = put(each.object, ['spec', 'cosign'], undefined);
      return {
        ...each,
        object:
          at(unsigned, 'status', 'latestAttestationImage') === undefined
            ? unsigned
            : put(unsigned, ['status', 'latestAttestationImage'], undefined),
      };
    }),
  };
}

function last(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/** The same at every start. */
function otherUid(uid: string, salt: string): string {
  const mask = [...salt].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0,
    7,
  );
  const first = (parseInt(uid.slice(0, 8), 16) ^ mask) >>> 0;
  return `${first.toString(16).padStart(8, '0')}${uid.slice(8)}`;
}
