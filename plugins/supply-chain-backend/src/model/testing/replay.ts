import { RecordedCluster } from './RecordedCluster';
import { recording, type RecordingName } from './recording';

export type Moment = {
  readonly cluster: RecordedCluster;
  /** `plural.group` of what changed, its namespace and name. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly deleted: boolean;
};

/**
 * Every recorded change of a kind that the model reads, or of any kind, in the order of the writes; the cluster as it stood
 * right after it.
 */
export function* replay(
  name: RecordingName,
  kinds: 'read' | 'any' = 'read',
): Iterable<Moment> {
  const { changes, endedAt } = recording(name);
  const cluster = new RecordedCluster(endedAt);
  for (const { type, resource, object } of changes()) {
    const deleted = type === 'DELETED';
    const isRead = cluster.put(resource, object, deleted);
    if (!isRead && kinds === 'read') continue;
    const { plural, group } = resource;
    yield {
      cluster,
      kind: group ? `${plural}.${group}` : plural,
      namespace: object.metadata.namespace ?? '',
      name: object.metadata.name,
      labels: object.metadata.labels ?? {},
      deleted,
    };
  }
}
