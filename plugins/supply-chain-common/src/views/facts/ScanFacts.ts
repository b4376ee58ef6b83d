import { z } from 'zod';
import { instantSchema } from '../../refs/Instant';

const count = z.number().int().nonnegative();

/** What a scanner found in a source or an image, and what the policy says to that. */
export const scanFactsSchema = z.object({
  kind: z.literal('scan'),
  of: z.enum(['source', 'image']),
  /** The image or the revision that was scanned. */
  scanned: z.string().optional(),
  /** Known vulnerabilities by severity; absent where the object does not tell. */
  counts: z
    .object({
      critical: count,
      high: count,
      medium: count,
      low: count,
      unknown: count,
      total: count,
    })
    .optional(),
  policy: z
    .object({
      name: z.string().optional(),
      verdict: z.enum(['passed', 'violated', 'failed', 'pending']),
      says: z.string().optional(),
      /** Severities that it does not allow, where its rule lists them. */
      notAllowed: z.array(z.string()),
      /** Vulnerabilities that it lets pass. */
      ignored: z.array(z.string()),
    })
    .optional(),
  scanner: z.string().optional(),
  scannedAt: instantSchema.optional(),
  /** Where the whole result is: an image reference or a URL. */
  results: z.string().optional(),
  pods: z.array(
    z.object({
      name: z.string(),
      phase: z.string().optional(),
      containers: z.array(z.string()),
    }),
  ),
});

export type ScanFacts = z.infer<typeof scanFactsSchema>;
