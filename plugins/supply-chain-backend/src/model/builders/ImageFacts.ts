import type { BuildPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildpackRef } from '../objects/BuildObject';

/** Why a build ran, as far as it is for a builder's sake. */
export type BuilderCause =
  | {
      readonly what: 'stack';
      /** Digest of the run image that it went to. */
      readonly to?: string;
    }
  | { readonly what: 'lifecycle'; readonly to?: string }
  | { readonly what: 'buildpack' };

export type BuildFacts = {
  readonly name: string;
  readonly number?: number;
  readonly phase: BuildPhase;
  readonly rebase: boolean;
  /** Empty when it ran for other reasons only. */
  readonly causes: readonly BuilderCause[];
  readonly createdAt?: string;
  readonly startedAt?: string;
  /** Only when it is over. */
  readonly finishedAt?: string;
  readonly durationMs?: number;
};

/** What a build that succeeded was built with. */
export type MadeFacts = BuildFacts & {
  /** Digest of the run image. */
  readonly runImage?: string;
  readonly buildpacks: readonly BuildpackRef[];
  readonly lifecycle?: string;
};

/** What is kept of every kpack Image to tell how its builder's updates come through: itself, its newest build, its newest good one. */
export type ImageFacts = {
  readonly namespace: string;
  readonly name: string;
  /** Name of the workload that stamped it. */
  readonly workload?: string;
  /** The workload that its labels name and that is not there. */
  readonly missingWorkload?: string;
  readonly builder: { readonly kind?: string; readonly name?: string };
  /** Condition Ready, with its message in plain words. */
  readonly ready?: {
    readonly status: string;
    readonly reason?: string;
    readonly says?: string;
  };
  readonly newest?: BuildFacts;
  /** When the newest build began, else when the Image was made. */
  readonly changedAt?: string;
  readonly made?: MadeFacts;
};
