import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { buildPhaseSchema } from './BuildPhase';
import { problemSchema } from './Problem';
import { reasonViewSchema } from './ReasonView';
import { conditionViewSchema } from './StageView';
import { stepViewSchema } from './StepView';

/** Where a build's source came from; `revision` short and full when the source names one. */
export const sourceViewSchema = z.object({
  type: z.enum(['git', 'blob', 'registry', 'unknown']),
  url: z.string().optional(),
  revision: z.string().optional(),
  /** Seven digits of a commit, or the end of the URL. */
  short: z.string().optional(),
  subPath: z.string().optional(),
  /** Address of the git repository that it came from, where that is known: behind Flux the Workload names it. */
  repository: z.string().optional(),
});

export type SourceView = z.infer<typeof sourceViewSchema>;

/** What the image was built with; fields appear when kpack knows them. */
export const builtWithViewSchema = z.object({
  builder: z
    .object({
      kind: z.string().optional(),
      name: z.string().optional(),
      image: z.string().optional(),
    })
    .optional(),
  stackId: z.string().optional(),
  runImage: z.string().optional(),
  lifecycle: z.string().optional(),
  buildpacks: z.array(
    z.object({
      id: z.string(),
      version: z.string().optional(),
      homepage: z.string().optional(),
    }),
  ),
});

export type BuiltWithView = z.infer<typeof builtWithViewSchema>;

/** What the build produced. All of it is absent until the build has succeeded, but `tags`, which are planned. */
export const producedViewSchema = z.object({
  /** `repo:tag` of every tag asked for, the one made for people (`b6.20261122.212832`) included. */
  tags: z.array(z.string()),
  /** The tag for people without its repository; absent with imageTaggingStrategy None. */
  tag: z.string().optional(),
  /** `repo@sha256:...`. */
  image: z.string().optional(),
  /** `sha256:...`. */
  digest: z.string().optional(),
});

export type ProducedView = z.infer<typeof producedViewSchema>;

/** One image build of a kpack Image (later also of a Dockerfile TaskRun). */
export const buildViewSchema = z.object({
  ref: objectRefSchema,
  engine: z.enum(['kpack', 'dockerfile']),
  /** `rebase`: layers moved onto a new run image, no buildpack ran. */
  type: z.enum(['build', 'rebase']),
  /** From the label; absent on builds made by hand. */
  number: z.number().int().optional(),
  /** The kpack Image it belongs to, in the same namespace. */
  image: z.string().optional(),
  /** The workload whose supply chain stamped the Image. */
  workload: objectRefSchema.optional(),
  phase: buildPhaseSchema,
  /** What kpack itself says of how it stands; `phase` says it in plain words. */
  condition: conditionViewSchema.optional(),
  why: z.array(reasonViewSchema),
  /** One sentence out of `why` (texts/whySentence.ts). */
  sentence: z.string(),
  source: sourceViewSchema,
  produced: producedViewSchema,
  builtWith: builtWithViewSchema,
  steps: z.array(stepViewSchema),
  pod: z.object({ name: z.string(), present: z.boolean() }).optional(),
  createdAt: instantSchema.optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  /** Milliseconds from creation to the first step's start. */
  queuedMs: z.number().nonnegative().optional(),
  /** Milliseconds from the first step's start to the last one's end. */
  durationMs: z.number().nonnegative().optional(),
  /** The build before it, which `why` is relative to. */
  comparedWith: z
    .object({ name: z.string(), number: z.number().int().optional() })
    .optional(),
  /** On a failed build: the newest earlier build that succeeded. */
  lastGood: z
    .object({
      name: z.string(),
      number: z.number().int().optional(),
      tag: z.string().optional(),
      finishedAt: instantSchema.optional(),
    })
    .optional(),
  /** kpack has deleted the build; this is what the archive kept of it. Absent otherwise. */
  archived: z.literal(true).optional(),
  /** A rebuild was asked for on this build, and no newer one has answered; by whom and when where that was recorded. */
  rebuildAsked: z
    .object({ by: z.string().optional(), at: instantSchema.optional() })
    .optional(),
  problems: z.array(problemSchema),
});

export type BuildView = z.infer<typeof buildViewSchema>;

/** A row of an image's history. */
export const buildRowSchema = buildViewSchema.pick({
  ref: true,
  engine: true,
  type: true,
  number: true,
  phase: true,
  sentence: true,
  source: true,
  produced: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  queuedMs: true,
  durationMs: true,
  archived: true,
});

export type BuildRow = z.infer<typeof buildRowSchema>;

export const buildsAnswerSchema = z.object({
  image: objectRefSchema,
  /** Newest first, by number. */
  builds: z.array(buildRowSchema),
  problems: z.array(problemSchema),
});

export type BuildsAnswer = z.infer<typeof buildsAnswerSchema>;
