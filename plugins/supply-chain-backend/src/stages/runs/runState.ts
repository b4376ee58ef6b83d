import type { StageRunView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { millisBetween } from '../../model/builds/millisBetween';
import type { Fields } from '../../model/objects/Fields';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { present } from '../../model/objects/present';
import { readConditions } from '../../model/objects/readConditions';
import { plainMessage } from '../../model/words/plainMessage';

/** Reasons of a False that nothing but a person or a new run gave (tekton.dev/docs, "monitoring execution status"). */
const CANCELLED =
  /^(?:TaskRun|PipelineRun)?(?:Cancelled|CancelledRunFinally|StoppedRunFinally)$/;

type RunState = Pick<
  StageRunView,
  'phase' | 'says' | 'createdAt' | 'startedAt' | 'finishedAt' | 'durationMs'
>;

/** How a run is doing, by its Succeeded condition: Tekton's, and that of whatever else a Runnable stamps. */
export function runState(status: Fields, meta: ObjectMeta): RunState {
  const succeeded = readConditions(status).find(
    each => each.type === 'Succeeded',
  );
  const startedAt = status.instant('startTime');
  const phase = phaseOf(succeeded, startedAt);
  const finishedAt =
    status.instant('completionTime') ??
    (phase === 'pending' || phase === 'running' ? undefined : succeeded?.at);
  return present({
    phase,
    says:
      phase === 'succeeded'
        ? undefined
        : plainMessage(succeeded?.message) || succeeded?.reason,
    createdAt: meta.createdAt,
    startedAt,
    finishedAt,
    durationMs: millisBetween(startedAt ?? meta.createdAt, finishedAt),
  });
}

function phaseOf(
  succeeded: { status: string; reason?: string } | undefined,
  startedAt: string | undefined,
): StageRunView['phase'] {
  switch (succeeded?.status) {
    case 'True':
      return 'succeeded';
    case 'False':
      return CANCELLED.test(succeeded.reason ?? '') ? 'cancelled' : 'failed';
    case undefined:
      return startedAt === undefined ? 'pending' : 'running';
    default:
      return succeeded?.reason === 'Pending' ? 'pending' : 'running';
  }
}
