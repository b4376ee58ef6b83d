import { z } from 'zod';
import { builderRefSchema } from '../refs/BuilderRef';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { buildpackViewSchema } from './BuilderView';
import { sourceViewSchema } from './BuildView';
import { clusterViewSchema } from './ClusterView';
import { problemSchema } from './Problem';
import { imageProviderViewSchema } from './StageDetailView';
import { stageViewSchema } from './StageView';
import { verdictSchema } from './Verdict';
import { workloadPhaseSchema } from './WorkloadPhase';

/** A kpack Image in the list of images. */
export const imageRowSchema = z.object({
  ref: objectRefSchema,
  phase: workloadPhaseSchema,
  stale: z.boolean(),
  /** What is going on or wrong, in one sentence; absent when all is well. */
  says: z.string().optional(),
  /** Status of its condition Ready: True, False or Unknown. */
  ready: z.string(),
  /** Workload that stamped it, in the same namespace. */
  workload: z.string().optional(),
  /** The workload that its labels name and that is not there. */
  missingWorkload: z.string().optional(),
  builder: z.string().optional(),
  /** The image that is served now: its tag for people, else its short digest. */
  tag: z.string().optional(),
  /** `repo@sha256:...` of the last build that succeeded. */
  image: z.string().optional(),
  /** Why the newest build ran: kpack's words, and ours in one sentence. */
  reasons: z.array(z.string()),
  why: z.string().optional(),
  /** When the newest build began, else when the Image was made. */
  changedAt: instantSchema.optional(),
  createdAt: instantSchema.optional(),
});

export type ImageRow = z.infer<typeof imageRowSchema>;

const imageFacetSchema = z.array(
  z.object({ value: z.string(), count: z.number().int() }),
);

export const imagesAnswerSchema = z.object({
  items: z.array(imageRowSchema),
  /** Rows that match the filters, on all pages. */
  total: z.number().int(),
  /** Counts over what the person may see, each facet with the other filters applied. */
  facets: z.object({
    phase: imageFacetSchema,
    cluster: imageFacetSchema,
    namespace: imageFacetSchema,
    builder: imageFacetSchema,
  }),
  /** Pass as `cursor` for the next page. */
  cursor: z.string().optional(),
  clusters: z.array(clusterViewSchema),
  problems: z.array(problemSchema),
});

export type ImagesAnswer = z.infer<typeof imagesAnswerSchema>;

/** One of an image's builds as `kp image status` tells of it. */
export const imageBuildSchema = z.object({
  name: z.string(),
  number: z.number().int().optional(),
  why: z.string(),
  reasons: z.array(z.string()),
  revision: z.string().optional(),
  buildpacks: z.array(buildpackViewSchema),
});

/** Everything the page of one kpack Image shows. */
export const imageViewSchema = z.object({
  ref: objectRefSchema,
  /** The Image as the one stage of a chain: its phase, output and conditions. */
  stage: stageViewSchema,
  workload: objectRefSchema.optional(),
  missingWorkload: z.string().optional(),
  tag: z.string().optional(),
  additionalTags: z.array(z.string()),
  /** `BuildNumber` or `None`. */
  tagging: z.string().optional(),
  builder: z.object({
    kind: z.string().optional(),
    name: z.string().optional(),
    /** Where it is, when the reference makes sense. */
    ref: builderRefSchema.optional(),
    ready: verdictSchema,
    upToDate: verdictSchema,
  }),
  source: sourceViewSchema,
  serviceAccount: z.string().optional(),
  image: z.string().optional(),
  latestReasons: z.array(z.string()),
  buildCount: z.number().int().optional(),
  cache: z.string().optional(),
  keeps: z.object({
    succeeded: z.number().int().optional(),
    failed: z.number().int().optional(),
  }),
  lastSuccess: imageBuildSchema.optional(),
  lastFailure: imageBuildSchema.optional(),
  provider: imageProviderViewSchema,
  createdAt: instantSchema.optional(),
  problems: z.array(problemSchema),
});

export type ImageView = z.infer<typeof imageViewSchema>;
