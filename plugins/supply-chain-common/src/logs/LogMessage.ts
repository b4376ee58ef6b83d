import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { stepViewSchema } from '../views/StepView';
import { apiErrorSchema } from '../ApiError';
import { archivedBecauseSchema } from './ArchivedBecause';
import { logBoundSchema } from './LogBound';
import { logCompletenessSchema } from './LogCompleteness';
import { logGapCauseSchema } from './LogGap';

/** Bytes of one line that a message carries at most; the runtime itself splits lines at 16 KiB, pages show less. */
export const LONGEST_LOG_LINE = 64 * 1024;

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
    /** Bytes left out at the ends of lines that are longer than `LONGEST_LOG_LINE`, by their place among these lines. */
    cut: z
      .array(
        z.object({
          line: z.number().int().nonnegative(),
          bytes: z.number().int().positive(),
        }),
      )
      .optional(),
    /** The container ended and its last line had no newline. */
    unterminated: z.boolean().optional(),
  }),
  /** Lines that cannot be had; `says` tells what is known. */
  z.object({
    type: z.literal('gap'),
    step: z.string(),
    says: z.string(),
    because: logGapCauseSchema.optional(),
    /** How many, where that is known. */
    lines: z.number().int().positive().optional(),
  }),
  /** A bound is reached: this step is not followed any further. The download has all that the cluster has. */
  z.object({
    type: z.literal('limit'),
    step: z.string(),
    bound: logBoundSchema,
    most: z.number().positive(),
    says: z.string(),
  }),
  /** What follows of this step comes from the archive: its pod is gone, or cannot be read now. Before the first such line. */
  z.object({
    type: z.literal('archived'),
    step: z.string(),
    /** When it was put there. */
    at: instantSchema,
    completeness: logCompletenessSchema,
    /** Why it is not the cluster that is read; absent: the pod is gone. */
    because: archivedBecauseSchema.optional(),
    /** The cluster that does not answer, or is not read yet, where that is why. */
    cluster: z.string().optional(),
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
