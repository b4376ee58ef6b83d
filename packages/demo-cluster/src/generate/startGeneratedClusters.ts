import { startControlServer } from '../control/startControlServer.ts';
import { defaultRecording } from '../recording/defaultRecording.ts';
import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import { answerGenerated } from './answerGenerated.ts';
import { startGeneratedCluster } from './startGeneratedCluster.ts';
import type { RunningGeneratedCluster } from './startGeneratedCluster.ts';

export interface GeneratedClustersOptions {
  /** In each cluster. */
  readonly workloads: number;
  readonly clusters: number;
  /** Each cluster has its own workloads, and all have the same again with the same seed. */
  readonly seed?: string;
  readonly recording?: string;
  readonly ports?: {
    /** Of the first cluster; the others follow. Absent or 0: any free ones. */
    readonly first?: number;
    readonly control?: number;
  };
  readonly logger?: { error(message: string): void };
}

export interface GeneratedClusters {
  /** By name: `cluster-1`, `cluster-2`, … */
  readonly clusters: Readonly<Record<string, RunningGeneratedCluster>>;
  readonly control: { readonly url: string };
  close(): Promise<void>;
}

/** Starts clusters with generated workloads and one control endpoint for all of them. */
export async function startGeneratedClusters({
  workloads,
  clusters: count,
  seed = 'supply-chain',
  ports = {},
  ...options
}: GeneratedClustersOptions): Promise<GeneratedClusters> {
  const recording = readRecording(
    recordingDirectory(options.recording ?? defaultRecording),
  );
  const clusters: Record<string, RunningGeneratedCluster> = {};
  const started: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(started.map(each => each.close()));
  };
  try {
    for (let i = 0; i < count; i++) {
      const name = `cluster-${i + 1}`;
      const cluster = await startGeneratedCluster({
        ...{ workloads, recording, seed: `${seed}/${name}` },
        ports: [ports.first ? ports.first + i : 0],
        ...(options.logger && { logger: options.logger }),
      });
      clusters[name] = cluster;
      started.push(cluster);
    }
    const control = await startControlServer({
      answer: (...order) => answerGenerated(clusters, ...order),
      port: ports.control ?? 0,
    });
    started.push(control);
    return { clusters, control: { url: control.url }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
