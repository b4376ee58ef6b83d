import type { BuildPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import type { Surroundings } from '../Surroundings';
import { buildPhase, LONG_QUEUE_MS } from './buildPhase';

const MINUTE_MS = 60_000;

/** The phase of a build as of now. Of one that is queued it says when time alone will change the words. */
export function phaseNow(
  build: BuildObject,
  pod: PodObject | undefined,
  around: Surroundings,
): BuildPhase {
  const { now } = around;
  const events = pod
    ? around.podEvents?.(pod.meta.namespace, pod.meta.name) ?? []
    : [];
  const phase = buildPhase(build, pod, events, now);
  const createdAt = Date.parse(build.meta.createdAt ?? '');
  if (phase.kind === 'queued' && !Number.isNaN(createdAt)) {
    around.holdsUntil?.(createdAt + nextMinute(now - createdAt));
  }
  return phase;
}

/** The age at which the words change: after the first five minutes at every full one. */
function nextMinute(age: number): number {
  return age <= LONG_QUEUE_MS
    ? LONG_QUEUE_MS + 1
    : (Math.floor(age / MINUTE_MS) + 1) * MINUTE_MS;
}
