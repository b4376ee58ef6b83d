import type { NextReason } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { newestFirst } from '../builds/newestFirst';
import { succeededCondition } from '../builds/succeededCondition';
import type { BuildObject } from '../objects/BuildObject';
import type { ImageObject } from '../objects/ImageObject';
import { nextReason } from './nextReason';

/** kpack's own when the Image names none (pkg/apis/build/v1alpha2/image_defaults.go). */
const KEPT = 10;

/** Builds that kpack will delete, logs and all, when the next one ends: it keeps so many of each outcome. As if there were no archive. */
export function historyLimits(
  { keeps }: Pick<ImageObject, 'keeps'>,
  builds: readonly BuildObject[],
): readonly NextReason[] {
  const oldest = (status: string, limit: number) => {
    const ended = newestFirst(builds).filter(
      each => succeededCondition(each)?.status === status,
    );
    return ended.length >= limit ? ended.at(-1) : undefined;
  };
  const reasons: NextReason[] = [];
  const succeeded = keeps.succeeded ?? KEPT;
  const failed = keeps.failed ?? KEPT;
  const good = oldest('True', succeeded);
  const bad = oldest('False', failed);
  if (good)
    reasons.push(
      nextReason('costs', 'history-succeeded', params(good, succeeded)),
    );
  if (bad)
    reasons.push(nextReason('costs', 'history-failed', params(bad, failed)));
  return reasons;
}

function params({ number, meta }: BuildObject, limit: number) {
  return {
    number: `${number ?? meta.name}`,
    limit: `${limit}`,
    // Not in the words: an archive is asked for its log.
    build: meta.name,
  };
}
