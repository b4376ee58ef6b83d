import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { rolloutMessages } from '../texts/rolloutMessages';
import { rolloutCountsSchema, rolloutStateSchema } from './RolloutState';

const whatSchema = z.enum(['stack', 'buildpack', 'lifecycle']);

/** One thing that an image lacks of what its builder has now. */
export const behindViewSchema = z.object({
  what: whatSchema,
  /** Id of the buildpack; name of the ClusterStack or ClusterLifecycle where it is known. */
  name: z.string().optional(),
  /** A version; of a stack the short digest of the run image. */
  from: z.string().optional(),
  /** Absent when the builder has no such buildpack any more. Of a stack the tag that was asked for, where the digest is its. */
  to: z.string().optional(),
});

export type BehindView = z.infer<typeof behindViewSchema>;

/** An image of a builder: one cell of the picture. */
export const rolloutImageSchema = z.object({
  /** The kpack Image. */
  ref: objectRefSchema,
  /** Name of the workload that stamped it, in the same namespace. */
  workload: z.string().optional(),
  state: rolloutStateSchema,
  /** Why it is not up to date, or what is besides: in one sentence. */
  says: z.string().optional(),
  behind: z.array(behindViewSchema).optional(),
  /** The newest build. */
  build: z
    .object({ name: z.string(), number: z.number().int().optional() })
    .optional(),
  /** The step that runs. */
  step: z.string().optional(),
  /** When the newest build began; of one that is over, when it ended. */
  at: instantSchema.optional(),
  durationMs: z.number().nonnegative().optional(),
});

export type RolloutImage = z.infer<typeof rolloutImageSchema>;

/** One update of builders on its way through their images. */
export const updateViewSchema = z.object({
  what: whatSchema,
  name: z.string().optional(),
  /** Everything that images still have in its place. */
  from: z.array(z.string()),
  to: z.string().optional(),
  /** Images that need it, and how many of them have it. */
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /** Names of the clusters with such images. */
  clusters: z.array(z.string()),
});

export type UpdateView = z.infer<typeof updateViewSchema>;

const messageKeys = Object.keys(rolloutMessages) as [
  keyof typeof rolloutMessages,
];

/** How far the images of one or several builders have come; only those that the person who asks may see count. */
export const rolloutViewSchema = z.object({
  total: z.number().int().nonnegative(),
  /** Images that have all that their builder has. */
  done: z.number().int().nonnegative(),
  counts: rolloutCountsSchema,
  /** What some images still lack, the largest first. */
  updates: z.array(updateViewSchema),
  /** The rebuilds that the updates under way, else the last one, have led to, as far as they are an image's newest build. */
  wave: z
    .object({
      what: z.array(whatSchema),
      images: z.number().int().positive(),
      startedAt: instantSchema,
      /** When the last one ended; absent while one is under way. */
      endedAt: instantSchema.optional(),
    })
    .optional(),
  /** `sentence` is the template `message` of texts/rolloutMessages.ts filled with `params`. */
  sentence: z.string(),
  message: z.enum(messageKeys),
  params: z.record(z.string(), z.string()),
  /** Those that are left, a few of them: what went wrong, what is under way (the longest first), what waits for a repair. */
  last: z.array(rolloutImageSchema),
});

export type RolloutView = z.infer<typeof rolloutViewSchema>;
