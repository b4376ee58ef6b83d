import { z } from 'zod';
import { deliveryDetailSchema } from './DeliveryDetail';
import { problemSchema } from './Problem';

/** Every delivery of a workload, each with what it is made of. Clusters are asked for it when somebody looks. */
export const deliveriesAnswerSchema = z.object({
  deliveries: z.array(deliveryDetailSchema),
  /** What could not be read of the supply chain, so that it is not known what it wrote; each delivery has its own. */
  problems: z.array(problemSchema),
});

export type DeliveriesAnswer = z.infer<typeof deliveriesAnswerSchema>;
