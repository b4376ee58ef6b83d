import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { policyViewSchema } from './PolicyView';
import { problemSchema } from './Problem';

/** Why nothing was verified; it says nothing about the image. */
export const notCheckedSchema = z.enum([
  /** The build names no image by digest yet. */
  'no-image',
  /** The configuration does not name the registry, so it is not asked. */
  'registry-not-allowed',
  'registry-denied',
  'registry-unreachable',
  /** It answers with something that cannot be read, that is too long, or that leads elsewhere. */
  'registry-unreadable',
  /** The registry has no such image (any more). */
  'image-absent',
  /** There is a signature, and no key and no identity is configured for this image. */
  'no-verifier',
]);

export type NotChecked = z.infer<typeof notCheckedSchema>;

/** Why a signature is worth nothing, or worse. */
export const invalidSignatureSchema = z.enum([
  /** It was made for another image. */
  'other-image',
  /** What was signed is not what is there. */
  'altered',
  /** No configured key made it. */
  'wrong-key',
  /** Its certificate is good and names nobody who is configured. */
  'wrong-identity',
  /** Its certificate, or its entry in the transparency log, does not lead to the trusted root. */
  'untrusted',
  'unreadable',
]);

export type InvalidSignature = z.infer<typeof invalidSignatureSchema>;

export const signerSchema = z.discriminatedUnion('type', [
  /** A key, by its name in the configuration. */
  z.object({ type: z.literal('key'), name: z.string() }),
  z.object({
    type: z.literal('identity'),
    issuer: z.string(),
    subject: z.string(),
  }),
]);

export type Signer = z.infer<typeof signerSchema>;

/** Four words that are never mixed up. */
export const signatureStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-checked'), because: notCheckedSchema }),
  z.object({ kind: z.literal('unsigned') }),
  z.object({ kind: z.literal('signed'), by: signerSchema }),
  z.object({ kind: z.literal('invalid'), because: invalidSignatureSchema }),
]);

export type SignatureState = z.infer<typeof signatureStateSchema>;

/** What an SLSA provenance attestation says of a build; worth as much as the attestation that it stands in. */
export const provenanceViewSchema = z.object({
  predicateType: z.string(),
  buildType: z.string().optional(),
  builder: z.string().optional(),
  /** What it was made of: the source first, where it is named. */
  materials: z.array(
    z.object({
      name: z.string().optional(),
      uri: z.string().optional(),
      digest: z.string().optional(),
    }),
  ),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
});

export type ProvenanceView = z.infer<typeof provenanceViewSchema>;

/** One signature or attestation that was found in the registry. */
export const signatureViewSchema = z.object({
  type: z.enum(['signature', 'attestation']),
  /** Where it was found: under a tag of cosign's, or as a bundle that refers to the image. */
  scheme: z.enum(['cosign-tag', 'bundle']),
  /** Of what was signed. */
  digest: z.string(),
  state: signatureStateSchema,
  predicateType: z.string().optional(),
  /** What the signer wrote beside it, such as the build's number. */
  annotations: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .optional(),
  provenance: provenanceViewSchema.optional(),
});

export type SignatureView = z.infer<typeof signatureViewSchema>;

/** What an image is worth: what the registry has beside it, and what the policies of the clusters ask. */
export const trustViewSchema = z.object({
  /** What made the image: a Build, or a run; of one that came ready-made the workload. */
  ref: objectRefSchema,
  /** `repo@sha256:…`. */
  image: z.string().optional(),
  /** Host of the registry. */
  registry: z.string().optional(),
  /** The signature of the image, all in all. */
  signature: signatureStateSchema,
  found: z.array(signatureViewSchema),
  /** There are more than were looked at. */
  more: z.boolean(),
  manifest: z
    .object({
      /** Bytes to pull, compressed; of one platform. */
      size: z.number().int().nonnegative().optional(),
      layers: z.number().int().nonnegative().optional(),
      /** `linux/amd64`; several in an index. */
      platforms: z.array(z.string()),
      /** The layer that holds what the buildpacks wrote down of all parts: `sha256:…` of its uncompressed content. */
      sbom: z.string().optional(),
    })
    .optional(),
  /** What kpack was told to sign with the image, and its attestation, as the Build says. */
  kpack: z.object({
    annotations: z.array(z.object({ name: z.string(), value: z.string() })),
    attestation: z.string().optional(),
  }),
  policies: z.array(policyViewSchema),
  /** Clusters whose policies could not be read. */
  problems: z.array(problemSchema),
});

export type TrustView = z.infer<typeof trustViewSchema>;
