import type { KindName } from '../recording/KindName.ts';
import type { RecordedKind } from '../recording/Recording.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { delivers } from './delivers.ts';

export type ClusterName = 'build' | 'run';

/** One object and the cluster that it belongs to. */
export interface Placed {
  readonly cluster: ClusterName;
  readonly resource: KindName;
  readonly object: KubeObject;
}

/**
 * The recordings have one cluster, the demo two, as TAP's build and run profiles: see README.md of
 * this folder for what is where and why. In order of the writes, so that versions go on ordering.
 */
export function splitClusters(kinds: readonly RecordedKind[]): Placed[] {
  const delivering = new Set(
    kinds.flatMap(kind =>
      kind.objects.filter(o => delivers(kind, o)).map(o => o.metadata.uid),
    ),
  );
  const placed = kinds.flatMap(kind =>
    kind.objects.flatMap(object => place(kind, object, delivering)),
  );
  return placed.sort((a, b) => versionOf(a.object) - versionOf(b.object));
}

function place(
  { group, plural }: KindName,
  object: KubeObject,
  delivering: ReadonlySet<string | undefined>,
): Placed[] {
  const resource = { group, plural };
  if (group === '' && plural === 'namespaces')
    return [
      { cluster: 'build', resource, object },
      { cluster: 'run', resource, object },
    ];
  if (group === '' && plural === 'events') {
    const { involvedObject } = object as { involvedObject?: { uid?: string } };
    const cluster = delivering.has(involvedObject?.uid) ? 'run' : 'build';
    return [{ cluster, resource, object }];
  }
  if (!delivers(resource, object))
    return [{ cluster: 'build', resource, object }];
  const delivered: Placed = { cluster: 'run', resource, object };
  const owners = object.metadata.ownerReferences ?? [];
  if (!owners.some(owner => owner.kind === 'Workload')) return [delivered];
  // Stamped by a supply chain: the build cluster keeps what was stamped, the run cluster works on its copy.
  const { ownerReferences: _owners, ...metadata } = object.metadata;
  const { status: _status, ...stamped } = object;
  return [
    { ...delivered, object: { ...object, metadata } },
    {
      cluster: 'build',
      resource,
      object: {
        ...stamped,
        metadata: { ...object.metadata, uid: twinUid(object.metadata.uid) },
      },
    },
  ];
}

/** Another cluster, another uid; the same at every start. */
function twinUid(uid: string | undefined): string {
  const first = parseInt(uid?.slice(0, 8) ?? '', 16) || 0;
  const twin = ((first ^ 0x5a5a5a5a) >>> 0).toString(16).padStart(8, '0');
  return `${twin}${uid?.slice(8) ?? '-0000-4000-8000-000000000000'}`;
}

function versionOf(object: KubeObject): number {
  return Number(object.metadata.resourceVersion) || 0;
}
