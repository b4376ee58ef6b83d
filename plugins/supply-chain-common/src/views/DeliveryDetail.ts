import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { sourceFactsSchema } from './facts/SourceFacts';
import { problemSchema } from './Problem';
import { stageViewSchema } from './StageView';

/** What deploys: an App of kapp-controller, a Kustomization of Flux, or another kind that a delivery stamped. */
export const deployViewSchema = z.object({
  kind: z.string(),
  name: z.string(),
  /** How it is doing, in its own words. */
  says: z.string().optional(),
  /** Why the last attempt did not succeed, in full. */
  failure: z.string().optional(),
  /** What the deployment printed last; values of environment variables are hidden. */
  output: z.string().optional(),
  exitCode: z.number().int().optional(),
  /** The revision that it deployed last, where it says so itself. */
  revision: z.string().optional(),
  /** The revision that it tried last, where that is another one. */
  attempted: z.string().optional(),
  startedAt: instantSchema.optional(),
  updatedAt: instantSchema.optional(),
});

export type DeployView = z.infer<typeof deployViewSchema>;

/** One stage of a delivery with what its object tells. */
export const deliveryStageViewSchema = z.object({
  stage: stageViewSchema,
  source: sourceFactsSchema.optional(),
  deploy: deployViewSchema.optional(),
  /** The stamped object is not there any more. */
  gone: z.literal(true).optional(),
});

export type DeliveryStageView = z.infer<typeof deliveryStageViewSchema>;

/** Where the running app is reached. `url` only for http(s), and only where the scheme is known. */
export const addressViewSchema = z.object({
  kind: z.string(),
  name: z.string(),
  host: z.string(),
  url: z.string().optional(),
  /** The revision that requests go to, of kinds that have revisions. */
  serves: z.string().optional(),
  /** The newest revision, where requests do not go to it, and why not. */
  newest: z.string().optional(),
  newestSays: z.string().optional(),
});

export type AddressView = z.infer<typeof addressViewSchema>;

/** What a delivery is made of, read from the cluster where it runs. */
export const deliveryDetailSchema = z.object({
  /** The Deliverable. */
  ref: objectRefSchema,
  /** Whether what was built last is what runs: not yet, or not since its deployment failed; `not-known` where nothing proves it. */
  state: z.enum(['delivered', 'behind', 'failed', 'not-known']),
  /** The commit that the config writer wrote last, where its run says it. */
  written: z.string().optional(),
  /** The revision that is at the delivery's source now. */
  fetched: z.string().optional(),
  /** The revision that was deployed last. */
  deployed: z.string().optional(),
  /** The image that the supply chain made last. */
  built: z.string().optional(),
  /** The image that the running app has. */
  running: z.string().optional(),
  stages: z.array(deliveryStageViewSchema),
  addresses: z.array(addressViewSchema),
  /** What could not be read, of this cluster alone. */
  problems: z.array(problemSchema),
});

export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;
