import {
  exitCodeMeaning,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { millisBetween } from '../../model/builds/millisBetween';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';

/** Exit codes that mean the same whatever ran: signals, and what shells say. Others are the program's own. */
const EVERYBODYS = new Set([137, 143]);

/** The steps of a TaskRun's status, in the order in which they run. */
export function readSteps(status: Fields): StepView[] {
  let before: string | undefined;
  return status.list('steps').flatMap(step => {
    const container = step.text('container');
    const name = step.text('name') ?? container?.replace(/^step-/, '');
    if (!name) return [];
    const view = stepOf(name, step, before);
    before = view.finishedAt ?? before;
    return view;
  });
}

function stepOf(
  name: string,
  step: Fields,
  before: string | undefined,
): StepView {
  if (step.has('terminated')) {
    const ended = step.object('terminated');
    const exitCode = ended.integer('exitCode');
    // Every step behind a failed one ends with a failure of its own (Tekton's entrypoint).
    if (step.text('terminationReason') === 'Skipped')
      return { name, state: 'not-run' };
    const startedAt = later(ended.instant('startedAt'), before);
    const finishedAt = ended.instant('finishedAt');
    const failed = exitCode !== 0;
    return present({
      name,
      state: failed ? ('failed' as const) : ('succeeded' as const),
      exitCode,
      meaning:
        failed && exitCode !== undefined && EVERYBODYS.has(exitCode)
          ? exitCodeMeaning(exitCode)?.meaning
          : undefined,
      reason: ended.text('reason'),
      startedAt,
      finishedAt,
      durationMs: millisBetween(startedAt, finishedAt),
    });
  }
  if (step.has('running'))
    return present({
      name,
      state: 'running' as const,
      startedAt: later(step.object('running').instant('startedAt'), before),
    });
  return present({
    name,
    state: 'waiting' as const,
    reason: step.object('waiting').text('reason'),
  });
}

/** All containers of a Tekton pod start at once; a step begins when the one before it has ended. */
function later(
  startedAt: string | undefined,
  before: string | undefined,
): string | undefined {
  if (startedAt === undefined || before === undefined) return startedAt;
  return Date.parse(before) > Date.parse(startedAt) ? before : startedAt;
}
