import { z } from 'zod';
import { deliveryDetailSchema } from './DeliveryDetail';

/** Every delivery of a workload, each with what it is made of. Clusters are asked for it when somebody looks. */
export const deliveriesAnswerSchema = z.object({
  deliveries: z.array(deliveryDetailSchema),
});

export type DeliveriesAnswer = z.infer<typeof deliveriesAnswerSchema>;
