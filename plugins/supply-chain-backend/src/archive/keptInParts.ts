import { scanTaskNames } from '../logs/runs/scanTaskNames';
import { runKindOf } from '../logs/runs/runKindOf';
import type { RunRef } from '../logs/runs/RunRef';
import type { ArchivedBuild } from './ArchivedBuild';
import type { KeptBuild } from './KeptBuild';
import { PIPELINE_TASK } from './runs/PIPELINE_TASK';

/** A PipelineRun or a scan, of which only the TaskRuns are archived: their steps, as they are called while pods are there. */
export function keptInParts(
  { resource }: RunRef,
  kept: readonly [KeptBuild, ...KeptBuild[]],
  goesOn: boolean,
): KeptBuild {
  const parts = [...kept].sort(
    (a, b) =>
      startOf(a).localeCompare(startOf(b)) ||
      a.build.name.localeCompare(b.build.name),
  );
  const [{ build }] = kept;
  const before = namesOf(resource, parts);
  const places = new Map<string, { uid: string; container: string }>();
  const called = (part: number, step: string) => {
    const name = before[part];
    return name === undefined ? step : `${name}--${step}`;
  };
  const steps = parts.flatMap((part, index) =>
    part.build.view.steps.map(step => {
      const name = called(index, step.name);
      places.set(name, { uid: part.build.uid, container: step.name });
      return { ...step, name };
    }),
  );
  return {
    build: {
      ...build,
      view: { ...build.view, steps },
      settled: !goesOn && parts.every(part => part.build.settled),
      endedAt: Math.max(...parts.map(part => part.build.endedAt)),
    },
    logs: parts.flatMap((part, index) =>
      part.logs.map(log => ({
        ...log,
        container: called(index, log.container),
      })),
    ),
    places,
  };
}

const startOf = ({ build }: KeptBuild) => build.view.startedAt ?? '';

/** What stands before the names of steps, as in `logs/runs/RunLogReader`. */
function namesOf(
  resource: string,
  parts: readonly KeptBuild[],
): readonly string[] {
  const taskOf = ({ whole }: ArchivedBuild) => whole?.task;
  if (runKindOf(resource) === 'PipelineRun') {
    return parts.map(({ build }) => taskOf(build) ?? build.name);
  }
  return scanTaskNames(
    parts.map(({ build }) => {
      const task = taskOf(build);
      const labels = task === undefined ? {} : { [PIPELINE_TASK]: task };
      return { meta: { name: build.name, labels } };
    }),
  );
}
