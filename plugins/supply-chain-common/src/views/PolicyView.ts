import { z } from 'zod';

/** What one authority of a policy asks. Any of them is enough. */
export const authorityViewSchema = z.object({
  name: z.string(),
  asks: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('key'),
      /** Where the key is: `inline`, `secret cosign-system/release`, or the address of a KMS. */
      key: z.string(),
    }),
    z.object({
      kind: z.literal('keyless'),
      identities: z.array(
        z.object({
          issuer: z.string().optional(),
          issuerRegExp: z.string().optional(),
          subject: z.string().optional(),
          subjectRegExp: z.string().optional(),
        }),
      ),
    }),
    /** Every image passes, or none, whatever is signed. */
    z.object({
      kind: z.literal('static'),
      action: z.enum(['pass', 'fail']),
      message: z.string().optional(),
    }),
    z.object({ kind: z.literal('unknown') }),
  ]),
  attestations: z.array(
    z.object({
      predicateType: z.string(),
      /** Its content is judged as well. */
      hasPolicy: z.boolean(),
    }),
  ),
});

export type AuthorityView = z.infer<typeof authorityViewSchema>;

/** A ClusterImagePolicy that is about the image. All that match have to be met. */
export const policyViewSchema = z.object({
  cluster: z.string(),
  name: z.string(),
  /** `warn` lets the image in and says so. */
  mode: z.enum(['enforce', 'warn']),
  /** Those of its patterns that match. */
  globs: z.array(z.string()),
  authorities: z.array(authorityViewSchema),
  /** It is only about these: `pods`, `deployments.apps`; empty: about everything that runs an image. */
  only: z.array(z.string()),
  /** A policy in CUE or Rego judges the image as a whole. */
  hasPolicy: z.boolean(),
  /** policy-controller has not taken it up. */
  notReady: z.string().optional(),
});

export type PolicyView = z.infer<typeof policyViewSchema>;
