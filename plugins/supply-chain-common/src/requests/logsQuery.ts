import { z } from 'zod';

const flag = z.preprocess(
  value => value === '' || value === 'true' || value === '1' || value === true,
  z.boolean(),
);

/** A step is a container: an RFC 1123 label. Of a PipelineRun two of them, `task--step`. */
const CONTAINER = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 63 + '--'.length + 63;

/**
 * Query of `GET /builds/:cluster/:namespace/:name/logs` and `GET /runs/:cluster/:namespace/:resource/:name/logs`.
 * Without `follow`: text. With `follow`: NDJSON of LogMessage, from `from` on when given.
 */
export const logsQuerySchema = z.object({
  step: z
    .string()
    .max(LONGEST)
    .regex(CONTAINER, 'not a name that a step can have')
    .optional(),
  /** A cursor of an earlier message (logs/LogCursor.ts). */
  from: z.string().max(400).optional(),
  follow: flag.default(false),
  timestamps: flag.default(false),
  download: flag.default(false),
});

export type LogsQuery = z.output<typeof logsQuerySchema>;
