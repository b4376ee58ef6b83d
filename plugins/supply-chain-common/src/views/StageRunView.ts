import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { stepViewSchema } from './StepView';

/** A value that a run was given or gave. `url` only for http(s). */
export const namedValueSchema = z.object({
  name: z.string(),
  value: z.string(),
  url: z.string().optional(),
});

export type NamedValue = z.infer<typeof namedValueSchema>;

/** One task of a run: the steps of one pod, in the order in which they run. */
export const runTaskViewSchema = z.object({
  /** Its name in the pipeline; of a TaskRun alone the name of its Task. */
  name: z.string().optional(),
  taskRun: z.string(),
  pod: z.string().optional(),
  steps: z.array(stepViewSchema),
});

export type RunTaskView = z.infer<typeof runTaskViewSchema>;

/** What a stage does again for every change: a TaskRun, a PipelineRun, or another kind that a Runnable stamps. */
export const stageRunViewSchema = z.object({
  kind: z.string(),
  /** `plural.group`, as logs and YAML are asked for. */
  resource: z.string(),
  name: z.string(),
  phase: z.enum([
    'pending',
    'running',
    'succeeded',
    'failed',
    'cancelled',
    'unknown',
  ]),
  /** What its condition says, in plain words. */
  says: z.string().optional(),
  /** The revision of the source that it was given. */
  revision: z.string().optional(),
  createdAt: instantSchema.optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  /** Milliseconds; of one that goes on absent (the page counts). */
  durationMs: z.number().nonnegative().optional(),
  tasks: z.array(runTaskViewSchema),
  /** What it gave: results of the run. */
  outputs: z.array(namedValueSchema),
});

export type StageRunView = z.infer<typeof stageRunViewSchema>;

/** The runs that are kept of a stage. */
export const stageRunsViewSchema = z.object({
  /** Newest first. */
  list: z.array(stageRunViewSchema),
  /** The run whose output is passed on now: the newest that succeeded. */
  current: z.string().optional(),
  /** There are more than are shown. */
  cut: z.boolean(),
});

export type StageRunsView = z.infer<typeof stageRunsViewSchema>;
