import { z } from 'zod';
import { instantSchema } from '../refs/Instant';

/**
 * One output of a stage (`status.resources[].outputs`). Cartographer cuts `preview` at 1,024 bytes without a sign;
 * `cut` says whether that happened, proved by the sha256 in `digest` (reference: cartographer pkg/realizer/realizer.go).
 */
export const outputViewSchema = z.object({
  /** `url`, `revision`, `image` or `config`; others as they come. */
  name: z.string(),
  /** The YAML-marshalled value without its final newline; unquoted when it is one plain string. */
  value: z.string(),
  cut: z.boolean(),
  /** Values of environment variables in it are hidden from the person who asks. */
  redacted: z.literal(true).optional(),
  digest: z.string().optional(),
  /** When this value first appeared. */
  at: instantSchema.optional(),
});

export type OutputView = z.infer<typeof outputViewSchema>;
