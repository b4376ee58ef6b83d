import { z } from 'zod';
import { objectRefSchema } from '../refs/ObjectRef';
import { buildRowSchema, buildViewSchema } from './BuildView';
import { eventViewSchema } from './EventView';
import { nextBuildSchema } from './NextBuild';
import { problemSchema } from './Problem';
import { stageFactsSchema } from './StageFacts';
import { stageRunsViewSchema } from './StageRunView';
import { conditionViewSchema, stageViewSchema } from './StageView';

/** What an Image Provider stage shows: the kpack Image behind it and its newest build. */
export const imageProviderViewSchema = z.object({
  engine: z.enum(['kpack', 'dockerfile', 'prebuilt']),
  /** The kpack Image. */
  image: objectRefSchema.optional(),
  /** The newest build; absent before the first and for engines without builds that we read. */
  build: buildViewSchema.optional(),
  /** Of a Dockerfile stage: every run that is kept, newest first, as the image build that it is. */
  builds: z.array(buildViewSchema).optional(),
  /** Newest first; the whole history is at `/images/.../builds`. */
  recent: z.array(buildRowSchema),
  /** Of a prebuilt image: the reference that the Workload names; `serving` is what it resolved to. */
  asked: z.string().optional(),
  /** What is served now, in full: `repo@sha256:...`. */
  serving: z.string().optional(),
  /** The tag for people of what is served now. */
  servingTag: z.string().optional(),
  /** The Image's own words while it cannot build: builder not ready, source not resolved. */
  says: z.string().optional(),
  /** What would rebuild it; absent for engines of which nobody can tell. */
  next: nextBuildSchema.optional(),
  /** The reader may ask for a rebuild of it; absent where they may not, and where there is nothing to ask. */
  mayTrigger: z.literal(true).optional(),
});

export type ImageProviderView = z.infer<typeof imageProviderViewSchema>;

/** Stage detail: what every stage has, and one more part by its kind. */
export const stageDetailViewSchema = z.object({
  workload: objectRefSchema,
  stage: stageViewSchema,
  /** What the stage gets: the names of the stages before it with what they give. */
  inputs: z.array(
    z.object({
      stage: z.string(),
      title: z.string(),
      type: z.string().optional(),
    }),
  ),
  imageProvider: imageProviderViewSchema.optional(),
  /** What its object tells by its kind; absent while nothing is stamped, or it cannot be read. */
  facts: stageFactsSchema.optional(),
  /** Of stages that run something for every change. */
  runs: stageRunsViewSchema.optional(),
  /** Events of its object and its runs, newest first; absent where they are not read. */
  events: z.array(eventViewSchema).optional(),
  /** What the object says of itself; `stage.conditions` are Cartographer's. */
  objectConditions: z.array(conditionViewSchema).optional(),
  /** The stamped object is not there any more. */
  gone: z.literal(true).optional(),
  /** The stamped object, as its YAML is asked for. */
  object: z.object({ ref: objectRefSchema, resource: z.string() }).optional(),
  problems: z.array(problemSchema),
});

export type StageDetailView = z.infer<typeof stageDetailViewSchema>;
