import type {
  ObjectRef,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../../clusters/resourceName';
import { hasEnded } from '../../logs/runs/loggedRun';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { PodObject } from '../../model/objects/PodObject';
import { subjectOf } from '../../service/subjectOf';
import { runBuild } from '../../stages/dockerfile/runBuild';
import { isOwnedBy } from '../../stages/isOwnedBy';
import { endOf } from '../endOf';
import type { Found } from '../Found';
import { archivedKinds } from './archivedKinds';
import { RESOURCE_NAME } from './RESOURCE_NAME';
import type { RunCopies } from './RunCopies';
import { runOwners } from './runOwners';
import { wholeOfRun } from './wholeOfRun';
import { workloadOfRun } from './workloadOfRun';

const TASK_RUNS = resourceName(archivedKinds.taskRun.resource);
const UNKNOWN: Found = { kind: 'unknown' };

/** A TaskRun as the live copies have it. */
export function runAtHand(
  copies: RunCopies,
  now: number,
  { cluster, namespace, name }: ObjectRef,
): Found {
  const { runs } = copies;
  const taskRuns = runs.kind(cluster, archivedKinds.taskRun);
  const pods = runs.kind(cluster, archivedKinds.pod);
  const found = taskRuns.get(namespace, name);
  if (!found) {
    return taskRuns.health.state === 'fresh' ? { kind: 'deleted' } : UNKNOWN;
  }
  const { meta, run } = found;
  if (!run) return { kind: 'nobodys' };
  const owned = workloadOfRun(meta, runOwners(copies, cluster));
  if (owned === undefined) return { kind: 'nobodys' };
  const pod = podOf(
    meta,
    run.view,
    pods.byIndex('run', `${namespace}/${name}`),
  );
  if (owned === 'unknown' || !meta.uid) return UNKNOWN;
  if (!pod && pods.health.state !== 'fresh') return UNKNOWN;

  const { workload, between } = owned;
  const containerOf = (step: string) => run.containers[step] ?? `step-${step}`;
  const stamped = between.at(-1)?.meta ?? meta;
  const stage = stamped.labels[RESOURCE_NAME] ?? '';
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
      ...{ cluster, namespace, uid: meta.uid, name, view, subject, isOver },
      ...{ resource: TASK_RUNS, containerOf },
      whole: wholeOfRun(meta, owned),
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
  meta: ObjectMeta,
  { tasks }: StageRunView,
  pods: readonly PodObject[],
): PodObject | undefined {
  const name = tasks[0]?.pod;
  return pods.find(
    pod =>
      pod.meta.name === name && isOwnedBy(pod.meta, { kind: 'TaskRun', meta }),
  );
}
