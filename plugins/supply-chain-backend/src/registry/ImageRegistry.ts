import type { Digest } from './Digest';
import type { ImageRepository } from './ImageRepository';

export interface Manifest {
  readonly digest: Digest;
  readonly content: Buffer;
}

/**
 * What this plugin asks registries for; nothing is ever written. What goes wrong is thrown as `RegistryError`, an aborted
 * signal throws its reason. What is asked for by digest has that digest, or it is `altered`.
 */
export interface ImageRegistry {
  /** By digest or tag. Undefined: the registry has none. */
  manifest(
    of: ImageRepository,
    reference: string,
    signal: AbortSignal,
  ): Promise<Manifest | undefined>;
  blob(
    of: ImageRepository,
    digest: Digest,
    signal: AbortSignal,
  ): Promise<Buffer | undefined>;
  /** The index of what refers to a manifest, by the registry's own list. Undefined: the registry keeps none. */
  referrers(
    of: ImageRepository,
    digest: Digest,
    signal: AbortSignal,
  ): Promise<Buffer | undefined>;
}
