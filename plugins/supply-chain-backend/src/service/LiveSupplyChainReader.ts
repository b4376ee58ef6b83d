import type {
  BuildsAnswer,
  BuildView,
  ClustersAnswer,
  ClusterView,
  ObjectRef,
  Problem,
  StageDetailView,
  WorkloadRow,
  WorkloadsAnswer,
  WorkloadsQuery,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { resourceName } from '../clusters/resourceName';
import { buildHistory } from '../model/buildHistory';
import { buildView } from '../model/buildView';
import { unexplainedPod } from '../model/builds/unexplainedPod';
import { clusterView } from '../model/clusterView';
import type { BuildObject } from '../model/objects/BuildObject';
import { stageDetail } from '../model/stageDetail';
import type { Surroundings } from '../model/Surroundings';
import { unexplainedPods } from '../model/unexplainedPods';
import { workloadRow } from '../model/workloadRow';
import { workloadView } from '../model/workloadView';
import type { ClusterState } from '../watch/ClusterState';
import type { LiveCopy } from '../watch/LiveCopy';
import { clusterCopies } from './clusterCopies';
import { NoClusters } from './errors/NoClusters';
import { NoSuchObject } from './errors/NoSuchObject';
import { limitedHealth } from './limitedHealth';
import { pageOfRows } from './pageOfRows';
import type { PodEvents } from './PodEvents';
import { RowCache } from './RowCache';
import type { Sight } from './Sight';
import { seenCopy } from './seenCopy';
import { subjectOf } from './subjectOf';
import type { Subjects } from './Subjects';
import type { SupplyChainReader } from './SupplyChainReader';
import { surroundings } from './surroundings';
import { watchedKinds } from './watchedKinds';
import { whenKnown } from './whenKnown';
import { withEvents } from './withEvents';

/** Problems in one answer at most: a cluster full of malformed objects must not make a page of them. */
const MAX_PROBLEMS = 50;

/** Derives every answer from the live copy when it is asked for; of a build that does not start, it reads its pod's events besides. */
export class LiveSupplyChainReader implements SupplyChainReader<Sight> {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #subjects: Subjects;
  readonly #events: PodEvents;
  readonly #rows = new RowCache();

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    subjects: Subjects;
    events: PodEvents;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#subjects = options.subjects;
    this.#events = options.events;
  }

  async clusters(as: Sight): Promise<ClustersAnswer> {
    await this.#everything(as);
    return { clusters: this.#clusterViews(as) };
  }

  async workloads(query: WorkloadsQuery, as: Sight): Promise<WorkloadsAnswer> {
    await this.#everything(as);
    return {
      ...pageOfRows(this.#visibleRows(as), query),
      clusters: this.#clusterViews(as),
      problems: this.#problems(as),
    };
  }

  async workload(ref: ObjectRef, as: Sight): Promise<WorkloadView> {
    const { workload, around } = await this.#workload(ref, as);
    return workloadView(workload, around);
  }

  async stage(
    ref: ObjectRef,
    stage: string,
    as: Sight,
  ): Promise<StageDetailView> {
    const { workload, around } = await this.#workload(ref, as);
    const subject = subjectOf.workload(ref.cluster, workload.meta);
    const values = as.seesValues(subject) ? 'shown' : 'redacted';
    const view = stageDetail(workload, stage, around, values);
    if (!view) throw new NoSuchObject(`Stage ${stage} of workload`, ref);
    return view;
  }

  async builds(ref: ObjectRef, as: Sight): Promise<BuildsAnswer> {
    const around = await this.#around(ref, as);
    const image = around.image(ref.namespace, ref.name);
    if (!image) throw this.#subjects.absent('Image', ref, as);
    const builds = around.builds(ref.namespace, ref.name);
    return buildHistory(image, await this.#withEvents(around, builds, as));
  }

  async build(ref: ObjectRef, as: Sight): Promise<BuildView> {
    const around = await this.#around(ref, as);
    const build = seenCopy(this.#copy, as)
      .kind(ref.cluster, watchedKinds.build)
      .get(ref.namespace, ref.name);
    if (!build) throw this.#subjects.absent('Build', ref, as);
    const subject = subjectOf.build(build, around);
    return buildView(
      build,
      await this.#withEvents(around, [build], as),
      as.seesValues(subject) ? 'shown' : 'redacted',
    );
  }

  async #everything(as: Sight): Promise<void> {
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal);
    const problem = copy.problem();
    if (problem !== undefined && copy.clusters().length === 0) {
      throw new NoClusters(problem);
    }
  }

  async #around(ref: ObjectRef, as: Sight) {
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, ref.cluster);
    return surroundings(copy, ref.cluster, this.#clock);
  }

  async #workload(ref: ObjectRef, as: Sight) {
    const around = await this.#around(ref, as);
    const workload = around.workload(ref.namespace, ref.name);
    if (!workload) throw this.#subjects.absent('Workload', ref, as);
    const pods = unexplainedPods(workload, around);
    return {
      workload,
      around: await withEvents(around, pods, this.#events, as),
    };
  }

  async #withEvents(
    around: Surroundings,
    builds: readonly BuildObject[],
    as: Sight,
  ): Promise<Surroundings> {
    const pods = builds.flatMap(build => unexplainedPod(build, around) ?? []);
    return withEvents(around, pods, this.#events, as);
  }

  #visibleClusters(as: Sight): readonly ClusterState[] {
    return seenCopy(this.#copy, as)
      .clusters()
      .filter(({ name }) => as.mayLookAt(name));
  }

  #clusterViews(as: Sight): ClusterView[] {
    return this.#visibleClusters(as).map(cluster =>
      clusterView(
        cluster,
        as.all ? cluster.kinds : cluster.kinds.map(limitedHealth),
      ),
    );
  }

  *#visibleRows(as: Sight): Iterable<WorkloadRow> {
    const clusters = this.#copy.clusters();
    const version = copyVersion(this.#copy, clusters, this.#clock.now());
    this.#rows.keepOnly(clusters.map(({ name }) => name));
    for (const { name, access } of this.#visibleClusters(as)) {
      const isOwn = access === 'per-user';
      const copy = isOwn ? seenCopy(this.#copy, as) : this.#copy;
      const around = surroundings(copy, name, this.#clock);
      for (const workload of copy.kind(name, watchedKinds.workload).all()) {
        if (!as.sees(subjectOf.workload(name, workload.meta))) continue;
        if (isOwn) yield workloadRow(workload, around);
        else
          yield this.#rows.row(name, version, workload, () =>
            workloadRow(workload, around),
          );
      }
    }
  }

  #problems(as: Sight): Problem[] {
    return this.#visibleClusters(as)
      .flatMap(({ name, kinds }) => [
        ...kinds.flatMap(kind => kind.problem ?? []),
        ...this.#unreadableWorkloads(name, as),
      ])
      .slice(0, MAX_PROBLEMS);
  }

  #unreadableWorkloads(cluster: string, as: Sight): readonly Problem[] {
    const resource = resourceName(watchedKinds.workload.resource);
    return seenCopy(this.#copy, as)
      .kind(cluster, watchedKinds.workload)
      .unreadable()
      .filter(({ namespace = '', name }) =>
        as.sees({ kind: 'Workload', cluster, namespace, name, labels: {} }),
      )
      .map(({ namespace, name, says }) => ({
        because: 'unreadable',
        cluster,
        resource,
        name,
        says,
        ...(namespace ? { namespace } : {}),
      }));
  }
}

/**
 * Changes whenever anything does that a row could depend on; a delivery may be on another cluster than its workload.
 * A row also tells for how many minutes a build has not started.
 */
function copyVersion(
  copy: LiveCopy,
  clusters: readonly ClusterState[],
  now: number,
): string {
  const versions = clusters.map(({ name, kinds }) =>
    [
      name,
      ...Object.values(clusterCopies(copy, name)).map(kind => kind.version),
      ...kinds.map(kind => kind.state),
    ].join(),
  );
  return [Math.floor(now / 60_000), ...versions].join(';');
}
