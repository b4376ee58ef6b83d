import { z } from 'zod';

/** The object that Cartographer stamped for a stage (`status.resources[].stampedRef`); every field as Cartographer gave it. */
export const stampedRefSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  /** `plural.group`, `configmaps` for the core group; absent on Cartographer before 0.5. */
  resource: z.string().optional(),
});

export type StampedRef = z.infer<typeof stampedRefSchema>;
