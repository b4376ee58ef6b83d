import { z } from 'zod';
import { builderRefSchema } from '../refs/BuilderRef';
import { instantSchema } from '../refs/Instant';
import { clusterViewSchema } from './ClusterView';
import { problemSchema } from './Problem';
import { rolloutImageSchema, rolloutViewSchema } from './RolloutView';
import { conditionViewSchema } from './StageView';
import { lifecycleViewSchema } from './LifecycleView';
import { stackViewSchema } from './StackView';
import { storeViewSchema } from './StoreView';
import { verdictSchema } from './Verdict';

export const buildpackViewSchema = z.object({
  id: z.string(),
  version: z.string().optional(),
  homepage: z.string().optional(),
});

export type BuildpackView = z.infer<typeof buildpackViewSchema>;

/** Buildpacks that are tried together; the first group that fits is used. */
export const orderGroupSchema = z.array(
  z.object({
    /** Absent when a Buildpack object is named instead. */
    id: z.string().optional(),
    /** `Buildpack/name` or `ClusterBuildpack/name`. */
    object: z.string().optional(),
    version: z.string().optional(),
    optional: z.boolean(),
    /** What a composite buildpack is made of, where the store tells. */
    contains: z.array(
      z.object({
        id: z.string(),
        version: z.string().optional(),
        optional: z.boolean(),
      }),
    ),
  }),
);

export type OrderGroupView = z.infer<typeof orderGroupSchema>;

/** A ClusterBuilder or Builder in the list. */
export const builderRowSchema = z.object({
  ref: builderRefSchema,
  /** Images can be built with it: it was made once. */
  ready: verdictSchema,
  /** It has what its stack, store and lifecycle have now. A builder that cannot be made anew stays ready. */
  upToDate: verdictSchema,
  /** Its cluster has not been heard of for a while. */
  stale: z.boolean(),
  /** Where it is pushed to. */
  tag: z.string().optional(),
  /** `repo@sha256:...` of the last one that was made. */
  image: z.string().optional(),
  stack: z.object({
    name: z.string().optional(),
    id: z.string().optional(),
    runImage: z.string().optional(),
  }),
  store: z.string().optional(),
  lifecycle: z.object({
    name: z.string().optional(),
    version: z.string().optional(),
  }),
  /** Every group of the order in one line: ids with versions. */
  order: z.array(z.string()),
  rollout: rolloutViewSchema,
});

export type BuilderRow = z.infer<typeof builderRowSchema>;

export const builderViewSchema = builderRowSchema.extend({
  /** As the spec asks for it, often without versions. */
  asked: z.array(orderGroupSchema),
  /** As it was resolved when it was made. */
  resolved: z.array(orderGroupSchema),
  /** All buildpacks inside. */
  buildpacks: z.array(buildpackViewSchema),
  conditions: z.array(conditionViewSchema),
  createdAt: instantSchema.optional(),
  /** Every image that uses it and that the person who asks may see, by namespace and name. */
  images: z.array(rolloutImageSchema),
  problems: z.array(problemSchema),
});

export type BuilderView = z.infer<typeof builderViewSchema>;

export const buildersAnswerSchema = z.object({
  /** All of the builders below together, over clusters. */
  rollout: rolloutViewSchema,
  items: z.array(builderRowSchema),
  stacks: z.array(stackViewSchema),
  stores: z.array(storeViewSchema),
  lifecycles: z.array(lifecycleViewSchema),
  clusters: z.array(clusterViewSchema),
  problems: z.array(problemSchema),
});

export type BuildersAnswer = z.infer<typeof buildersAnswerSchema>;
