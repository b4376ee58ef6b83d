import { z } from 'zod';

/** One namespaced object of one cluster. `cluster` is a name from the kubernetes plugin's list. */
export const objectRefSchema = z.object({
  cluster: z.string().min(1),
  namespace: z.string().min(1),
  name: z.string().min(1),
});

export type ObjectRef = z.infer<typeof objectRefSchema>;
