import { z } from 'zod';
import { verdictSchema } from './Verdict';

const memberSchema = z.object({
  id: z.string(),
  version: z.string().optional(),
  homepage: z.string().optional(),
});

/** A buildpackage: an image that brings one buildpack with all that it is made of. */
export const buildpackageViewSchema = memberSchema.extend({
  /** Where it was taken from. */
  image: z.string().optional(),
  buildpacks: z.array(memberSchema),
  /** The order within it; empty when it is one buildpack alone. */
  order: z.array(
    z.array(
      z.object({
        id: z.string(),
        version: z.string().optional(),
        optional: z.boolean(),
      }),
    ),
  ),
});

export type BuildpackageView = z.infer<typeof buildpackageViewSchema>;

/** A ClusterStore: buildpacks that builders can choose from. */
export const storeViewSchema = z.object({
  cluster: z.string(),
  name: z.string(),
  ready: verdictSchema,
  sources: z.array(z.string()),
  buildpackages: z.array(buildpackageViewSchema),
  usedBy: z.array(z.string()),
});

export type StoreView = z.infer<typeof storeViewSchema>;
