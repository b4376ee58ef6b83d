import {
  buildsAnswerSchema,
  stageDetailViewSchema,
  workloadRowSchema,
  workloadViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import recorded from './recorded.json';

const schema = z.object({
  rows: z.array(workloadRowSchema),
  views: z.array(workloadViewSchema),
  stages: z.array(stageDetailViewSchema),
  builds: z.array(buildsAnswerSchema),
});

export type RecordedViews = z.infer<typeof schema>;

/** The newest moment in the file. */
const RECORDED_AT = Date.parse('2026-11-22T22:01:00Z');

/**
 * Views of every recorded workload as the backend's model made them, parsed as answers are.
 * With `now` every moment is moved so that the recording ends then.
 */
export function recordedViews(now?: number): RecordedViews {
  if (now === undefined) return schema.parse(recorded);
  const shift = now - RECORDED_AT;
  const moved = JSON.stringify(recorded).replace(
    /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g,
    (_, at: string) => `"${new Date(Date.parse(at) + shift).toISOString()}"`,
  );
  return schema.parse(JSON.parse(moved));
}
