import { z } from 'zod';
import { instantSchema } from '../refs/Instant';

/** What an image build is doing. A Build's condition beats its pod's phase (kpack.md 5.2). */
export const buildPhaseSchema = z.discriminatedUnion('kind', [
  /** No step has started: no pod yet, or the pod cannot be scheduled (`says` tells why). */
  z.object({ kind: z.literal('queued'), says: z.string().optional() }),
  z.object({
    kind: z.literal('running'),
    step: z.string().optional(),
    since: instantSchema.optional(),
  }),
  /** All steps ended, kpack has not said so yet: about a second. */
  z.object({ kind: z.literal('finishing') }),
  /** Will not go on by itself: image cannot be pulled, secret not there, volume cannot be mounted. */
  z.object({ kind: z.literal('stuck'), reason: z.string(), says: z.string() }),
  z.object({ kind: z.literal('succeeded') }),
  z.object({
    kind: z.literal('failed'),
    step: z.string().optional(),
    exitCode: z.number().int().optional(),
    /** The exit code in words (texts/exitCodeMeaning.ts). */
    meaning: z.string().optional(),
    says: z.string(),
  }),
  /** kpack refused to start it: no pod was ever made. */
  z.object({ kind: z.literal('rejected'), says: z.string() }),
  z.object({ kind: z.literal('unknown'), says: z.string().optional() }),
]);

export type BuildPhase = z.infer<typeof buildPhaseSchema>;
