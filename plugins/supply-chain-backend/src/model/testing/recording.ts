import { dirname, join } from 'node:path';
import { readRecording } from 'demo-cluster/src/recording/readRecording';
import { RecordedCluster } from './RecordedCluster';

export type RecordingName = 'run1' | 'run2';

const RECORDINGS = join(
  dirname(require.resolve('demo-cluster/package.json')),
  'recordings',
);

/** A recording that the demo cluster carries. */
export function recording(name: RecordingName) {
  return readRecording(join(RECORDINGS, name));
}

/** The cluster as it stood when the recording ended. */
export function clusterAtEnd(name: RecordingName): RecordedCluster {
  const { end, endedAt } = recording(name);
  const cluster = new RecordedCluster(endedAt);
  for (const kind of end)
    for (const object of kind.objects) cluster.put(kind, object);
  return cluster;
}
