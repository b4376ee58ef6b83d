import { defaultResources } from '../catalog/defaultResources.ts';
import { FaultKnobs } from '../faults/FaultKnobs.ts';
import { defaultRecording } from '../recording/defaultRecording.ts';
import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import type { Recording } from '../recording/Recording.ts';
import { startApiServer } from '../startApiServer.ts';
import type { RunningApiServer } from '../startApiServer.ts';
import type { Clock } from '../state/Clock.ts';
import { ClusterState } from '../state/ClusterState.ts';
import { ResourceCatalog } from '../state/ResourceCatalog.ts';
import { systemClock } from '../state/systemClock.ts';
import { selfSignedCertificate } from '../tls/selfSignedCertificate.ts';
import { accessObjects } from '../world/accessObjects.ts';
import { catalogOf } from '../world/catalogOf.ts';
import { demoUsers } from '../world/demoUsers.ts';
import { loadState } from '../world/loadState.ts';
import { splitClusters } from '../world/splitClusters.ts';
import { timeShift } from '../instants/timeShift.ts';
import { Churn } from './Churn.ts';
import { FamilyTemplates } from './FamilyTemplates.ts';
import { findFamilies } from './findFamilies.ts';
import { GeneratedCluster } from './GeneratedCluster.ts';
import { seededRandom } from './seededRandom.ts';

/** Any text does; it only has to stay the same. */
const DEFAULT_SEED = 'supply-chain';

export interface GeneratedClusterOptions {
  readonly workloads: number;
  /** Clusters of one seed have the same workloads. */
  readonly seed?: string;
  /** Read once and given to many; run1 unless given. */
  readonly recording?: Recording;
  /** A server for each, with counters and faults of its own; one on any free port unless given. 0: any free one. */
  readonly ports?: readonly number[];
  readonly clock?: Clock;
  readonly logger?: { error(message: string): void };
}

export interface RunningGeneratedCluster {
  readonly state: ClusterState;
  readonly content: GeneratedCluster;
  readonly churn: Churn;
  readonly faults: FaultKnobs;
  readonly servers: readonly RunningApiServer[];
  close(): Promise<void>;
}

/** Starts a cluster with generated workloads, and all that has no namespace as it was recorded. */
export async function startGeneratedCluster(
  options: GeneratedClusterOptions,
): Promise<RunningGeneratedCluster> {
  const { clock = systemClock, seed = DEFAULT_SEED, workloads } = options;
  const recording =
    options.recording ?? readRecording(recordingDirectory(defaultRecording));
  const resources = new ResourceCatalog(
    catalogOf(recording.end, defaultResources),
  );
  const state = new ClusterState({ clock, resources });
  const shared = splitClusters(recording.end).filter(
    ({ cluster, object }) =>
      cluster === 'build' && object.metadata.namespace === undefined,
  );
  loadState(state, shared, [], timeShift(recording.endedAt, clock.now()));
  const content = new GeneratedCluster({
    ...{ state, workloads, seed, now: () => clock.now() },
    families: findFamilies(recording).map(
      family => new FamilyTemplates(family, kind => resources.find(kind)),
    ),
  });
  for (const name of content.namespaces())
    state.apply({ group: '', plural: 'namespaces' }, { metadata: { name } });
  const [first] = content.namespaces();
  for (const { resource, object } of accessObjects(first))
    state.apply(resource, object);

  const random = seededRandom(seed);
  const churn = new Churn({ content, clock, random });
  const faults = new FaultKnobs();
  const tls = selfSignedCertificate(clock.now());
  const servers: RunningApiServer[] = [];
  const close = async () => {
    churn.stop();
    await Promise.all(servers.map(server => server.close()));
  };
  try {
    for (const port of options.ports ?? [0])
      servers.push(
        await startApiServer({
          ...{ state, clock, tls, faults, port, tokens: demoUsers },
          ...(options.logger && { logger: options.logger }),
        }),
      );
  } catch (error) {
    await close();
    throw error;
  }
  return { state, content, churn, faults, servers, close };
}
