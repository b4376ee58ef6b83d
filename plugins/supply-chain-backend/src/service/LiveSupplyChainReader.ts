import type {
  BuildsAnswer,
  BuildView,
  ClustersAnswer,
  DeliveriesAnswer,
  ObjectRef,
  StageDetailView,
  WorkloadsAnswer,
  WorkloadsQuery,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { buildHistory } from '../model/buildHistory';
import { unexplainedPod } from '../model/builds/unexplainedPod';
import { buildView } from '../model/buildView';
import { stageDetail } from '../model/stageDetail';
import { unexplainedPods } from '../model/unexplainedPods';
import { workloadView } from '../model/workloadView';
import { inspectDeliveries } from '../stages/delivery/inspectDeliveries';
import { withDockerfileBuilds } from '../stages/dockerfile/withDockerfileBuilds';
import { inspectStage } from '../stages/inspectStage';
import type { StageInspector } from '../stages/StageInspector';
import type { LiveCopy } from '../watch/LiveCopy';
import { ClusterHealths } from './ClusterHealths';
import { NoClusters } from './errors/NoClusters';
import { NoSuchObject } from './errors/NoSuchObject';
import type { PodEvents } from './PodEvents';
import { seenCopy } from './seenCopy';
import type { Sight } from './Sight';
import { subjectOf } from './subjectOf';
import type { Subjects } from './Subjects';
import type { SupplyChainReader } from './SupplyChainReader';
import type { StampedObjects } from './stamped/StampedObjects';
import type { LiveViews } from './views/LiveViews';
import {
  surroundingsOf,
  type ClusterSurroundings,
} from './views/surroundingsOf';
import { ViewReader } from './views/ViewReader';
import { whenKnown } from './whenKnown';
import { WorkloadLists } from './WorkloadLists';

/** Answers from the live copy: what was derived of it before and has not changed since, else derived now. */
export class LiveSupplyChainReader implements SupplyChainReader<Sight> {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #subjects: Subjects;
  readonly #views: ViewReader;
  readonly #lists: WorkloadLists;
  readonly #inspectors: readonly StageInspector[];

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    subjects: Subjects;
    events: PodEvents;
    views: LiveViews;
    stamped: StampedObjects;
    inspectors: readonly StageInspector[];
    /** Resolves after everybody else had a turn. */
    pause: () => Promise<void>;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#subjects = options.subjects;
    this.#views = new ViewReader(options);
    this.#lists = new WorkloadLists(options);
    this.#inspectors = options.inspectors;
  }

  async clusters(as: Sight): Promise<ClustersAnswer> {
    const copy = await this.#everything(as);
    return { clusters: new ClusterHealths(copy, as).views() };
  }

  async workloads(query: WorkloadsQuery, as: Sight): Promise<WorkloadsAnswer> {
    await this.#everything(as);
    return this.#lists.read(query, as);
  }

  async workload(ref: ObjectRef, as: Sight): Promise<WorkloadView> {
    await this.#known(ref, as);
    const view = await this.#views.read(
      {
        topic: { type: 'workload', ref },
        variant: '',
        staysInCluster: false,
        pods: around => podsOfWorkload(ref, around),
        derive: around => {
          const workload = around.workload(ref.namespace, ref.name);
          return workload && workloadView(workload, around);
        },
      },
      as,
    );
    if (!view) throw this.#subjects.absent('Workload', ref, as);
    return view;
  }

  async stage(
    ref: ObjectRef,
    stage: string,
    as: Sight,
  ): Promise<StageDetailView> {
    const { workload } = await this.#known(ref, as);
    const found = workload(ref.namespace, ref.name);
    if (!found) throw this.#subjects.absent('Workload', ref, as);
    const subject = subjectOf.workload(ref.cluster, found.meta);
    const values = as.seesValues(subject) ? 'shown' : 'redacted';
    const view = await this.#views.read(
      {
        topic: { type: 'stage', ref, stage },
        variant: values,
        staysInCluster: false,
        pods: around => podsOfWorkload(ref, around),
        derive: around => {
          const it = around.workload(ref.namespace, ref.name);
          const detail = it && stageDetail(it, stage, around, values);
          if (!detail) return undefined;
          return withDockerfileBuilds(
            inspectStage(detail, it, around, values, this.#inspectors),
            ...([it, around, values] as const),
          );
        },
      },
      as,
    );
    if (!view) throw new NoSuchObject(`Stage ${stage} of workload`, ref);
    return view;
  }

  async delivery(ref: ObjectRef, as: Sight): Promise<DeliveriesAnswer> {
    await this.#known(ref, as);
    const view = await this.#views.read(
      {
        topic: { type: 'delivery', ref },
        variant: '',
        staysInCluster: false,
        pods: () => [],
        derive: around => {
          const workload = around.workload(ref.namespace, ref.name);
          return workload && inspectDeliveries(workload, around);
        },
      },
      as,
    );
    if (!view) throw this.#subjects.absent('Workload', ref, as);
    return view;
  }

  async builds(ref: ObjectRef, as: Sight): Promise<BuildsAnswer> {
    await this.#known(ref, as);
    const view = await this.#views.read(
      {
        topic: { type: 'builds', ref },
        variant: '',
        staysInCluster: true,
        pods: around =>
          around
            .builds(ref.namespace, ref.name)
            .flatMap(build => unexplainedPod(build, around) ?? []),
        derive: around => {
          const image = around.image(ref.namespace, ref.name);
          return image && buildHistory(image, around);
        },
      },
      as,
    );
    if (!view) throw this.#subjects.absent('Image', ref, as);
    return view;
  }

  async build(ref: ObjectRef, as: Sight): Promise<BuildView> {
    const known = await this.#known(ref, as);
    const found = known.build(ref.namespace, ref.name);
    if (!found) throw this.#subjects.absent('Build', ref, as);
    const subject = subjectOf.build(found, known);
    const values = as.seesValues(subject) ? 'shown' : 'redacted';
    const view = await this.#views.read(
      {
        topic: { type: 'build', ref },
        variant: values,
        staysInCluster: true,
        pods: around => {
          const it = around.build(ref.namespace, ref.name);
          return (it && [unexplainedPod(it, around) ?? []].flat()) ?? [];
        },
        derive: around => {
          const it = around.build(ref.namespace, ref.name);
          return it && buildView(it, around, values);
        },
      },
      as,
    );
    if (!view) throw this.#subjects.absent('Build', ref, as);
    return view;
  }

  async #everything(as: Sight): Promise<LiveCopy> {
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal);
    const problem = copy.problem();
    if (problem !== undefined && copy.clusters().length === 0) {
      throw new NoClusters(problem);
    }
    return copy;
  }

  async #known({ cluster }: ObjectRef, as: Sight) {
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, cluster);
    return surroundingsOf({ copy, cluster, now: this.#clock.now() });
  }
}

function podsOfWorkload(
  { namespace, name }: ObjectRef,
  around: ClusterSurroundings,
) {
  const workload = around.workload(namespace, name);
  return workload ? unexplainedPods(workload, around) : [];
}
