import { z } from 'zod';
import { objectRefSchema } from '../refs/ObjectRef';
import { KEEPABLE } from '../requests/objectQuery';

/** One object as clean YAML: without what the server sets, so that it can be applied elsewhere. */
export const objectViewSchema = z.object({
  ref: objectRefSchema,
  /** `plural.group`. */
  resource: z.string(),
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  yaml: z.string(),
  /** What was kept of what is usually left out. */
  kept: z.array(z.enum(KEEPABLE)),
  /** Values of environment variables are hidden from the person who asks. */
  redacted: z.boolean(),
});

export type ObjectView = z.infer<typeof objectViewSchema>;
