import type {
  BehindView,
  RolloutImage,
  RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import { present } from '../objects/present';
import { builtBehind } from './builtBehind';
import type { BuildFacts, ImageFacts } from './ImageFacts';
import type { BuilderNames } from './runImageName';

type Told = { readonly state: RolloutState; readonly says?: string };

/**
 * How an image stands to its builder. A build of the image's own (a commit, a trigger) is no part of a rollout: an image that
 * lacks nothing is up to date whatever else is built of it.
 */
export function imageRollout(
  facts: ImageFacts,
  cluster: string,
  builder: BuilderObject | undefined,
  names: BuilderNames = {},
): RolloutImage {
  const { namespace, name, workload, newest, made } = facts;
  const behind = made && builder && builtBehind(made, builder, names);
  const { state, says } = tell(facts, builder, behind);
  return present({
    ref: { cluster, namespace, name },
    workload,
    state,
    says,
    behind: behind && behind.length > 0 ? [...behind] : undefined,
    build: newest && present({ name: newest.name, number: newest.number }),
    step: newest?.phase.kind === 'running' ? newest.phase.step : undefined,
    at: newest?.finishedAt ?? newest?.startedAt ?? newest?.createdAt,
    durationMs: newest?.durationMs,
  });
}

function tell(
  facts: ImageFacts,
  builder: BuilderObject | undefined,
  behind: readonly BehindView[] | undefined,
): Told {
  const { newest, made } = facts;
  const isCurrent = behind !== undefined && behind.length === 0;
  const forBuilder = newest !== undefined && newest.causes.length > 0;
  switch (newest?.phase.kind) {
    case 'queued':
    case 'running':
    case 'finishing':
      if (isCurrent && !forBuilder) break;
      return present({ state: 'rebuilding' as const, says: underWay(newest) });
    case 'stuck':
      if (isCurrent && !forBuilder) break;
      return { state: 'stuck', says: newest.phase.says };
    case 'failed':
    case 'rejected':
      if (isCurrent) break;
      return forBuilder
        ? { state: 'failed', says: newest.phase.says }
        : {
            state: 'blocked',
            says: `its last build failed, and is not repeated for a builder's sake: ${newest.phase.says}`,
          };
    default:
  }
  if (!made) return { state: 'unbuilt', says: whyUnbuilt(facts) };
  if (!builder) return { state: 'unknown', says: noBuilder(facts) };
  if (behind === undefined) {
    return {
      state: 'unknown',
      says: 'its builder or its last build does not tell what it is made of',
    };
  }
  if (behind.length > 0) return { state: 'behind', says: whyBehind(facts) };
  return present({
    state: made.rebase ? ('rebased' as const) : ('up-to-date' as const),
    says: newest === made ? undefined : besides(newest),
  });
}

/** Nothing to say of a step: the cell names it. */
function underWay({ phase, rebase }: BuildFacts): string | undefined {
  if (phase.kind === 'queued' && phase.says) return phase.says;
  return rebase ? 'being rebased' : undefined;
}

/** The newest build is another one than the one that is up to date. */
function besides(newest: BuildFacts | undefined): string | undefined {
  switch (newest?.phase.kind) {
    case undefined:
    case 'succeeded':
    case 'unknown':
      return undefined;
    case 'failed':
    case 'rejected':
      return `a later build failed: ${newest.phase.says}`;
    case 'stuck':
      return `a later build is stuck: ${newest.phase.says}`;
    default:
      return 'being built for a reason of its own';
  }
}

function whyUnbuilt({ ready, builder }: ImageFacts): string {
  if (ready && ready.status !== 'True' && ready.says) return ready.says;
  return builder.name === undefined
    ? 'it names no builder'
    : 'no build of it has succeeded yet';
}

function whyBehind({ ready }: ImageFacts): string {
  const waits =
    ready && ready.status !== 'True' && ready.reason !== 'BuildRunning';
  return (waits && ready.says) || 'kpack has not begun to rebuild it';
}

function noBuilder({ builder }: ImageFacts): string {
  return builder.name === undefined
    ? 'it names no builder'
    : `its ${builder.kind ?? 'builder'} ${builder.name} is not there`;
}
