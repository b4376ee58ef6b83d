import { z } from 'zod';
import { manyOf } from './manyOf';

/** Parts that clean YAML leaves out unless they are asked for. */
export const KEEPABLE = [
  'labels',
  'annotations',
  'namespace',
  'ownerReferences',
  'finalizers',
  'status',
] as const;

export type Keepable = (typeof KEEPABLE)[number];

/** Query of `GET /objects/:cluster/:namespace/:resource/:name`. */
export const objectQuerySchema = z.object({
  /** What not to leave out. */
  keep: manyOf(z.enum(KEEPABLE)),
  /** The workload that owns the object, where the caller knows it: kinds that we do not know by name are found through it. */
  workload: z
    .string()
    .max(253)
    .regex(
      /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
      'not a name that an object can have',
    )
    .optional(),
});

export type ObjectQuery = z.output<typeof objectQuerySchema>;

/** The same as clients give it. */
export interface ObjectQueryInput {
  readonly keep?: readonly Keepable[] | undefined;
  readonly workload?: string | undefined;
}
