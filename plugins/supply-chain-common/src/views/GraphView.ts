import { z } from 'zod';
import { stageViewSchema } from './StageView';

/** An input of a stage. `missing`: it names a stage that is not there. */
export const edgeViewSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** `source`, `image`, `config` or `deployment`, from the supply chain or inferred from the upstream's outputs. */
  type: z.enum(['source', 'image', 'config', 'deployment']).optional(),
  missing: z.boolean(),
});

export type EdgeView = z.infer<typeof edgeViewSchema>;

/** Stages in a stable order (topological, ties by the chain's order, then by name) and the edges between them. */
export const graphViewSchema = z.object({
  stages: z.array(stageViewSchema),
  edges: z.array(edgeViewSchema),
});

export type GraphView = z.infer<typeof graphViewSchema>;
