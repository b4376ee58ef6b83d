import { buildSteps } from '../builds/buildSteps';
import { isFinished } from '../builds/isFinished';
import { isRebase } from '../builds/isRebase';
import { millisBetween } from '../builds/millisBetween';
import { phaseNow } from '../builds/phaseNow';
import { podOf } from '../builds/podOf';
import { succeededCondition } from '../builds/succeededCondition';
import type { BuildObject } from '../objects/BuildObject';
import { present } from '../objects/present';
import type { Surroundings } from '../Surroundings';
import type { BuilderCause, BuildFacts } from './ImageFacts';

/** A build as a rollout tells of it. */
export function buildFacts(
  build: BuildObject,
  around: Surroundings,
): BuildFacts {
  // Of a build that went well its pod says nothing that the Build does not.
  const pod =
    succeededCondition(build)?.status === 'True'
      ? undefined
      : podOf(build, around);
  const steps = buildSteps(build, pod);
  const times = (key: 'startedAt' | 'finishedAt') =>
    steps
      .flatMap(step => step[key] ?? [])
      .sort((a, b) => Date.parse(a) - Date.parse(b));
  const startedAt = times('startedAt')[0];
  const finishedAt = isFinished(build)
    ? times('finishedAt').at(-1) ?? succeededCondition(build)?.at
    : undefined;
  return present({
    name: build.meta.name,
    number: build.number,
    phase: phaseNow(build, pod, around),
    rebase: isRebase(build, pod),
    causes: causesOf(build),
    createdAt: build.meta.createdAt,
    startedAt,
    finishedAt,
    durationMs: millisBetween(startedAt, finishedAt),
  });
}

function causesOf({
  reasons,
  changes = [],
}: BuildObject): readonly BuilderCause[] {
  const to = (said: 'STACK' | 'LIFECYCLE') =>
    changes.flatMap(each =>
      each.said === said && each.new !== undefined ? each.new : [],
    )[0];
  return reasons.flatMap((reason): readonly BuilderCause[] => {
    switch (reason) {
      case 'STACK':
        return [present({ what: 'stack' as const, to: to('STACK') })];
      case 'LIFECYCLE':
        return [present({ what: 'lifecycle' as const, to: to('LIFECYCLE') })];
      case 'BUILDPACK':
        return [{ what: 'buildpack' }];
      default:
        return [];
    }
  });
}
