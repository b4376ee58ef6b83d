import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../../clusters/resourceName';
import { hasEnded } from '../../logs/runs/loggedRun';
import type { PodObject } from '../../model/objects/PodObject';
import { clusterCopies } from '../../service/clusterCopies';
import { subjectOf } from '../../service/subjectOf';
import { runBuild } from '../../stages/dockerfile/runBuild';
import { isOwnedBy } from '../../stages/isOwnedBy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { endOf } from '../endOf';
import type { Found } from '../Found';
import { archivedKinds } from './archivedKinds';
import type { RunObject } from './RunObject';
import { workloadOfRun } from './workloadOfRun';

const TASK_RUNS = resourceName(archivedKinds.taskRun.resource);
const UNKNOWN: Found = { kind: 'unknown' };

interface Copies {
  /** Of what is always shown: workloads. */
  readonly shown: LiveCopy;
  /** Of `archivedKinds`. */
  readonly runs: LiveCopy;
}

/** A TaskRun as the live copies have it. */
export function runAtHand(
  { shown, runs }: Copies,
  now: number,
  { cluster, namespace, name }: ObjectRef,
): Found {
  const taskRuns = runs.kind(cluster, archivedKinds.taskRun);
  const pods = runs.kind(cluster, archivedKinds.pod);
  const run = taskRuns.get(namespace, name);
  if (!run) {
    return taskRuns.health.state === 'fresh' ? { kind: 'deleted' } : UNKNOWN;
  }
  const workload = workloadOfRun(run.meta, {
    Workload: clusterCopies(shown, cluster).workload,
    Runnable: runs.kind(cluster, archivedKinds.runnable),
    PipelineRun: runs.kind(cluster, archivedKinds.pipelineRun),
  });
  if (workload === undefined) return { kind: 'nobodys' };
  const { uid, labels } = run.meta;
  const pod = podOf(run, pods.byIndex('run', `${namespace}/${name}`));
  if (workload === 'unknown' || !uid) return UNKNOWN;
  if (!pod && pods.health.state !== 'fresh') return UNKNOWN;

  const containerOf = (step: string) => run.containers[step] ?? `step-${step}`;
  const stage = labels['carto.run/resource-name'] ?? '';
  const subject = subjectOf.workload(cluster, workload);
  const ref = { cluster, namespace, name: workload.name };
  // An image build is what most of them are. Of the others, too, nothing but steps is asked for.
  const view = runBuild({
    ...{ run: run.view, workload: ref, why: [] },
    inputs: { params: new Map(), stepImages: new Map() },
    ...{ previous: undefined, lastGood: undefined },
  });
  const isOver = hasEnded(run.view.phase);
  return {
    kind: 'here',
    build: {
      ...{ cluster, namespace, uid, name, view, subject, isOver },
      ...{ resource: TASK_RUNS, containerOf },
      image: `${workload.name}/${stage}`,
      pod: pod && {
        name: pod.meta.name,
        uid: pod.meta.uid,
        isDeleting: pod.meta.deleting,
      },
      isEnding:
        isOver &&
        view.steps.some(step =>
          pod?.containers.some(
            ({ name: container, state }) =>
              container === containerOf(step.name) && state.kind === 'running',
          ),
        ),
      endedAt: endOf(view) ?? now,
    },
  };
}

/** The pod that it names: one that is tried again has had others. */
function podOf(
  { meta, view }: RunObject,
  pods: readonly PodObject[],
): PodObject | undefined {
  const name = view.tasks[0]?.pod;
  return pods.find(
    pod =>
      pod.meta.name === name && isOwnedBy(pod.meta, { kind: 'TaskRun', meta }),
  );
}
