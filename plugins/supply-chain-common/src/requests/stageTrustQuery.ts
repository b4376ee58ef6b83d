import { z } from 'zod';
import { requestedRefSchema } from '../refs/requestedRef';

/** Query of `GET /workloads/…/stages/:stage/trust`: the run whose image is meant; what the stage serves when absent. */
export const stageTrustQuerySchema = z.object({
  run: requestedRefSchema.shape.name.optional(),
});

export type StageTrustQuery = z.output<typeof stageTrustQuerySchema>;
