import { z } from 'zod';
import { requestedRefSchema } from '../refs/requestedRef';

/** Query of `GET /builds/:cluster/:namespace/:name/compare`: another build of the same image; the one before it when absent. */
export const compareQuerySchema = z.object({
  with: requestedRefSchema.shape.name.optional(),
});

export type CompareQuery = z.output<typeof compareQuerySchema>;
