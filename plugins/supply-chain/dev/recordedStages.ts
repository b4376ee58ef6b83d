import {
  buildComparisonSchema,
  stageDetailViewSchema,
  workloadViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import recorded from './recordedStages.json';

const schema = z.object({
  recordedAt: z.string(),
  views: z.array(workloadViewSchema),
  stages: z.array(stageDetailViewSchema),
  comparison: buildComparisonSchema,
  objects: z.record(z.string(), z.string()),
});

/**
 * A stage of every kind as the backend answered it for the demo, some of them failed, with the YAML of their objects, and two
 * builds compared; every moment moved so that it was recorded at `now`.
 */
export function recordedStages(now: number): z.infer<typeof schema> {
  const shift = now - Date.parse(recorded.recordedAt);
  const moved = JSON.stringify(recorded).replace(
    /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)"/g,
    (_, at: string) => `"${new Date(Date.parse(at) + shift).toISOString()}"`,
  );
  return schema.parse(JSON.parse(moved));
}
