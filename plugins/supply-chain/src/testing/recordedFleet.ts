import {
  buildersAnswerSchema,
  builderViewSchema,
  imageRowSchema,
  imageViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import recorded from './recordedFleets.json';

const schema = z.object({
  builders: buildersAnswerSchema,
  /** The page of each builder. */
  views: z.array(builderViewSchema),
  /** Of every kpack Image. */
  rows: z.array(imageRowSchema),
  /** The page of those without a workload. */
  images: z.array(imageViewSchema),
});

export type RecordedFleet = z.infer<typeof schema>;

/** The newest moment in the file. */
const RECORDED_AT = Date.parse('2026-11-22T22:00:00Z');

/**
 * Builders and images as the backend made them out of the first recording: while the stack rolled, while a builder was broken,
 * and at its end. With `now` every moment is moved so that the recording ends then.
 */
export function recordedFleet(
  moment: keyof typeof recorded,
  now = RECORDED_AT,
): RecordedFleet {
  const shift = now - RECORDED_AT;
  const moved = JSON.stringify(recorded[moment]).replace(
    /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g,
    (_, at: string) => `"${new Date(Date.parse(at) + shift).toISOString()}"`,
  );
  return schema.parse(JSON.parse(moved));
}
