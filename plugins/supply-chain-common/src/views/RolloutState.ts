import { z } from 'zod';

/**
 * How an image stands to what its builder has now. Worst first, which is the order in which they are told of.
 * - `failed`: it was rebuilt because of the builder, and that build failed.
 * - `stuck`: its build does not go on by itself, and holds up every later one.
 * - `blocked`: its last build failed for a reason of its own; kpack rebuilds nothing for a builder's sake after that.
 * - `behind`: it lacks something that its builder has, and no build is under way.
 * - `unbuilt`: no build of it has ever succeeded.
 * - `unknown`: its builder or its builds do not tell enough to compare.
 * - `rebased`: up to date, and its layers were moved onto the run image without a rebuild.
 */
export const rolloutStateSchema = z.enum([
  'failed',
  'stuck',
  'blocked',
  'behind',
  'rebuilding',
  'unbuilt',
  'unknown',
  'rebased',
  'up-to-date',
]);

export type RolloutState = z.infer<typeof rolloutStateSchema>;

/** Worst first. */
export const ROLLOUT_STATES: readonly RolloutState[] =
  rolloutStateSchema.options;

/** How many images are in each state. */
export const rolloutCountsSchema = z.record(
  rolloutStateSchema,
  z.number().int().nonnegative(),
);

export type RolloutCounts = z.infer<typeof rolloutCountsSchema>;
