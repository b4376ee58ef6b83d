import {
  assertNever,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubernetesApi } from '../../clusters/KubernetesApi';
import type { Sight } from '../../service/Sight';
import type { StampedObjects } from '../../service/stamped/StampedObjects';
import type { StampedSource } from '../../service/stamped/StampedSource';
import { readAnyRun } from '../../stages/runs/readAnyRun';
import { readPipelineRun } from '../../stages/runs/readPipelineRun';
import { readTaskRun } from '../../stages/runs/readTaskRun';
import type { ContainerLogs } from '../ContainerLogs';
import { LogsGone } from '../errors/LogsGone';
import type { LoggedSteps } from '../LoggedSteps';
import type { LogFollowRequest, LogReader, LogTextRequest } from '../LogReader';
import type { LogSource } from '../LogSource';
import { StepLogReader } from '../StepLogReader';
import { hasEnded, loggedRun } from './loggedRun';
import type { RunRef } from './RunRef';
import type { RunTask } from './RunTask';
import { scanTaskNames } from './scanTaskNames';
import { StampedContainerStates } from './StampedContainerStates';
import { StampedRuns, type ReadObject } from './StampedRuns';
import { taskOf } from './taskOf';

/** Logs of runs out of their pods. Knows no permissions: whoever asks has authorised the workload that owns the run. */
export class RunLogReader implements LogReader<Sight, RunRef> {
  readonly #steps: StepLogReader<RunRef>;
  readonly #stamped: StampedObjects;

  constructor(options: {
    readonly stamped: StampedObjects;
    readonly api: Pick<KubernetesApi, 'log'>;
    readonly containers: ContainerLogs;
  }) {
    const { api, containers, stamped } = options;
    this.#stamped = stamped;
    this.#steps = new StepLogReader({
      ...{ what: 'run' as const, api, containers },
      look: (ref, as, source) => this.#look(ref, as.signal, source),
      sourceOf: ({ cluster }, { personal }) => {
        const source = personal?.source(cluster);
        const states = new StampedContainerStates(stamped, source);
        return { ...source, states };
      },
    });
  }

  text(
    run: RunRef,
    request: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    return this.#steps.text(run, request, as);
  }

  follow(
    run: RunRef,
    request: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    return this.#steps.follow(run, request, as);
  }

  async #look(
    ref: RunRef,
    signal: AbortSignal,
    source: LogSource,
  ): Promise<LoggedSteps> {
    const stamped = this.#stamped;
    const runs = new StampedRuns({ stamped, signal, source: personOf(source) });
    const read = async (task: ReadObject, before: string): Promise<RunTask> => {
      const run = readTaskRun(task.raw, task.meta);
      const pod = await runs.pod(ref, task, run.tasks[0]?.pod);
      return taskOf({ ref, task, run, pod, before, states: source.states });
    };
    const { kind, ...run } = await runs.run(ref);
    switch (kind) {
      case 'TaskRun': {
        const { phase } = readTaskRun(run.raw, run.meta);
        return loggedRun(ref, phase, [await read(run, '')]);
      }
      case 'PipelineRun': {
        const tasks = await runs.tasks(ref, run);
        const pipeline = readPipelineRun(run.raw, run.meta, () => undefined);
        const known = pipeline.tasks.flatMap(({ name, taskRun }) => {
          const task = tasks.get(taskRun);
          return task ? [read(task, `${name ?? taskRun}--`)] : [];
        });
        return loggedRun(ref, pipeline.phase, await Promise.all(known));
      }
      case 'SourceScan':
      case 'ImageScan':
      case 'ImageVulnerabilityScan': {
        const { phase } = readAnyRun(run.raw, run.meta, ref.resource);
        const tasks = await runs.scanTasks(ref, { ...run, kind });
        // Its controller removes them some time after their end.
        if (tasks.length === 0 && hasEnded(phase)) {
          throw new LogsGone(ref, 'run');
        }
        const names = scanTaskNames(tasks);
        const known = tasks.map((task, index) => {
          const name = names[index];
          return read(task, name === undefined ? '' : `${name}--`);
        });
        return loggedRun(ref, phase, await Promise.all(known));
      }
      default:
        return assertNever(kind);
    }
  }
}

function personOf({ owner, api }: LogSource): StampedSource | undefined {
  return owner !== undefined && api ? { owner, api } : undefined;
}
