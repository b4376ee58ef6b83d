import type { Verdict } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import type { ClusterLifecycleObject } from '../objects/ClusterLifecycleObject';
import type { ClusterStackObject } from '../objects/ClusterStackObject';
import type { ClusterStoreObject } from '../objects/ClusterStoreObject';
import { readyVerdict } from './readyVerdict';

/** What a builder is made from, as far as it is there. */
export type BuilderParts = {
  readonly stack?: ClusterStackObject | undefined;
  readonly store?: ClusterStoreObject | undefined;
  readonly lifecycle?: ClusterLifecycleObject | undefined;
};

/**
 * Ready and up to date are two things: since kpack v0.13 a builder that cannot be made anew stays ready, and images go on to
 * be built with what it had.
 */
export function builderVerdicts(
  builder: BuilderObject,
  parts: BuilderParts,
): { readonly ready: Verdict; readonly upToDate: Verdict } {
  const { generation: _, ...meta } = builder.meta;
  // That a change is not looked at yet makes it no less ready.
  const ready = readyVerdict({ ...builder, meta });
  const condition = builder.conditions.find(({ type }) => type === 'UpToDate');
  if (!condition) {
    return {
      ready,
      upToDate: {
        status: 'unknown',
        says: 'kpack does not say (v0.13 and later do)',
      },
    };
  }
  const upToDate = readyVerdict(builder, 'UpToDate');
  const missed = upToDate.status === 'yes' && missedChange(builder, parts);
  return {
    ready,
    upToDate: missed
      ? {
          status: 'pending',
          says: `a change of ${missed} has not reached it yet`,
        }
      : upToDate,
  };
}

function missedChange(
  builder: BuilderObject,
  { stack, store, lifecycle }: BuilderParts,
): string | undefined {
  const isBehind = (seen: number | undefined, now: number | undefined) =>
    seen !== undefined && now !== undefined && seen < now;
  if (stack && isBehind(builder.observedStackGeneration, stack.meta.generation))
    return `ClusterStack ${stack.meta.name}`;
  if (store && isBehind(builder.observedStoreGeneration, store.meta.generation))
    return `ClusterStore ${store.meta.name}`;
  const versions = [builder.lifecycleVersion, lifecycle?.version];
  if (lifecycle && !versions.includes(undefined) && versions[0] !== versions[1])
    return `ClusterLifecycle ${lifecycle.meta.name}`;
  return undefined;
}
