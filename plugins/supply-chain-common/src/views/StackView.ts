import { z } from 'zod';
import { verdictSchema } from './Verdict';

const resolvedImageSchema = z.object({
  /** As in the spec. */
  asked: z.string().optional(),
  /** `repo@sha256:...`, what that was when kpack looked last. */
  image: z.string().optional(),
});

/** A ClusterStack: what images are built on and run on. */
export const stackViewSchema = z.object({
  cluster: z.string(),
  name: z.string(),
  ready: verdictSchema,
  id: z.string().optional(),
  runImage: resolvedImageSchema,
  buildImage: resolvedImageSchema,
  /** The first ones; `mixinCount` says how many there are. */
  mixins: z.array(z.string()),
  mixinCount: z.number().int().nonnegative(),
  /** Names of builders on it that the person who asks may see, a Builder's with its namespace before it. */
  usedBy: z.array(z.string()),
});

export type StackView = z.infer<typeof stackViewSchema>;
