import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { stepViewSchema } from '../views/StepView';
import { apiErrorSchema } from '../ApiError';
import { logCompletenessSchema } from './LogCompleteness';

/** One line of the NDJSON answer of `GET /builds/.../logs?follow`. Lines of one step come in order; steps in pod order. */
export const logMessageSchema = z.discriminatedUnion('type', [
  /** The steps as they are now; first, and again whenever one changes. */
  z.object({ type: z.literal('steps'), steps: z.array(stepViewSchema) }),
  /** More of a step's log. `text` holds whole lines without their final newline, joined by newlines. */
  z.object({
    type: z.literal('lines'),
    step: z.string(),
    text: z.string(),
    /** When each line was written, same order; empty where Kubernetes does not say. */
    times: z.array(instantSchema),
    /** Resume after the last of these lines with `from`. */
    cursor: z.string(),
    /** The container ended and its last line had no newline. */
    unterminated: z.boolean().optional(),
  }),
  /** Lines that cannot be had; `says` tells what is known. */
  z.object({ type: z.literal('gap'), step: z.string(), says: z.string() }),
  /** What follows of this step comes from the archive: its pod is gone, or cannot be read now. Before the first such line. */
  z.object({
    type: z.literal('archived'),
    step: z.string(),
    /** When it was put there. */
    at: instantSchema,
    completeness: logCompletenessSchema,
  }),
  /** The archive cannot keep logs now, so that this one may be lost with its pod; and again, when it can. */
  z.object({
    type: z.literal('archive-state'),
    state: z.enum(['failing', 'well']),
    /** Of `failing`. */
    since: instantSchema.optional(),
  }),
  /** Nothing more will come of this step. */
  z.object({ type: z.literal('step-end'), step: z.string() }),
  /** The log of a step cannot be read. */
  z.object({
    type: z.literal('error'),
    step: z.string().optional(),
    error: apiErrorSchema,
  }),
  z.object({ type: z.literal('heartbeat') }),
  /** Nothing more will come at all, or the server ends this stream and `resume` says to come back with the last cursor. */
  z.object({ type: z.literal('end'), resume: z.boolean() }),
]);

export type LogMessage = z.infer<typeof logMessageSchema>;
