import { z } from 'zod';
import { verdictSchema } from './Verdict';

const apisSchema = z.object({
  supported: z.array(z.string()),
  deprecated: z.array(z.string()),
});

/** A ClusterLifecycle: the programs that run the steps of a build. */
export const lifecycleViewSchema = z.object({
  cluster: z.string(),
  name: z.string(),
  ready: verdictSchema,
  version: z.string().optional(),
  asked: z.string().optional(),
  image: z.string().optional(),
  buildpackApis: apisSchema,
  platformApis: apisSchema,
  usedBy: z.array(z.string()),
});

export type LifecycleView = z.infer<typeof lifecycleViewSchema>;
