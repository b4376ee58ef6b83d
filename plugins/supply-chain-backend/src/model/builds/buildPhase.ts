import type { BuildPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import type { EventObject } from '../objects/EventObject';
import type { PodObject } from '../objects/PodObject';
import { present } from '../objects/present';
import { plainMessage } from '../words/plainMessage';
import { buildFailure } from './buildFailure';
import { buildSteps } from './buildSteps';
import { stuckReason } from './stuckReason';
import { succeededCondition } from './succeededCondition';

/** A pod that has started nothing for so long deserves a word; pulling a builder takes a minute or two. */
export const LONG_QUEUE_MS = 5 * 60_000;

/**
 * Rules top down, the first that holds wins. kpack's condition beats the pod: in sidecar mode a pod ends as
 * Failed though its build succeeded. While kpack has not spoken, the pod is ahead of it.
 */
export function buildPhase(
  build: BuildObject,
  pod: PodObject | undefined,
  events: readonly EventObject[],
  now: number,
): BuildPhase {
  const condition = succeededCondition(build);
  if (condition?.status === 'True') return { kind: 'succeeded' };
  if (condition?.status === 'False') return buildFailure(build, pod);

  const unscheduled = pod?.conditions.find(
    each => each.type === 'PodScheduled' && each.status === 'False',
  );
  if (unscheduled) {
    const why = plainMessage(unscheduled.message);
    return {
      kind: 'queued',
      says: why ? `cannot be scheduled: ${why}` : 'cannot be scheduled',
    };
  }
  const stuck = stuckReason(build, pod, events);
  if (stuck) return { kind: 'stuck', ...stuck };

  const steps = buildSteps(build, pod);
  const running = steps.find(step => step.state === 'running');
  if (running)
    return present({
      kind: 'running' as const,
      step: running.name,
      since: running.startedAt,
    });
  const ended = steps.filter(
    step => step.state === 'succeeded' || step.state === 'failed',
  );
  const failed = steps.some(step => step.state === 'failed');
  if (failed || (steps.length > 0 && ended.length === steps.length))
    return { kind: 'finishing' };
  const last = ended.at(-1);
  // Between two steps: the next one is on its way.
  if (last)
    return present({
      kind: 'running' as const,
      step: steps.find(step => step.state === 'waiting')?.name,
      since: last.finishedAt,
    });
  return queued(build, now);
}

function queued(build: BuildObject, now: number): BuildPhase {
  const age = now - Date.parse(build.meta.createdAt ?? '');
  return age > LONG_QUEUE_MS
    ? {
        kind: 'queued',
        says: `has started no step for ${Math.floor(
          age / 60_000,
        )} minutes: the events of its pod tell why (a missing secret or volume, a node without room)`,
      }
    : { kind: 'queued' };
}
