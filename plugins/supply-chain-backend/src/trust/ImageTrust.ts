import { setMaxListeners } from 'node:events';
import {
  assertNever,
  type NotChecked,
  type SignatureState,
  type TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../model/objects/present';
import { RegistryError } from '../registry/errors/RegistryError';
import type { ImageRegistry, Manifest } from '../registry/ImageRegistry';
import type { ImageRepository } from '../registry/ImageRepository';
import { parseImage } from '../registry/parseImage';
import { findBundles } from './findBundles';
import { findTagged } from './findTagged';
import { manifestFacts } from './manifestFacts';
import { parseJson } from './parseJson';
import { readManifest } from './readManifest';
import { MOST_SIGNATURES } from './MOST_SIGNATURES';
import { signatureOf } from './signatureOf';
import type { TrustSettings } from './TrustSettings';
import { verifySignature } from './verifySignature';

/** The part of the answer that the registry gives. */
export type RegistryTrust = Pick<
  TrustView,
  'registry' | 'signature' | 'found' | 'more' | 'manifest'
>;

/** What the registry has of an image and beside it, verified with what is configured. */
export class ImageTrust {
  readonly #registry: ImageRegistry;
  readonly #settings: TrustSettings;

  constructor(options: { registry: ImageRegistry; settings: TrustSettings }) {
    this.#registry = options.registry;
    this.#settings = options.settings;
  }

  /** Never fails for what a registry says; rejects only when the signal aborts. */
  async of(image: string, signal: AbortSignal): Promise<RegistryTrust> {
    const parsed = parseImage(image);
    if (!parsed) return nothing('no-image');
    const { repository, digest } = parsed;
    // Everything that is asked at a time listens to it: Node takes more than ten for a leak.
    const life = AbortSignal.any([signal]);
    setMaxListeners(3 * MOST_SIGNATURES + 1, life);
    try {
      const manifest = await this.#registry.manifest(repository, digest, life);
      if (!manifest) return nothing('image-absent', repository);
      return await this.#read(image, repository, manifest, life);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RegistryError)) throw error;
      return {
        ...nothing('registry-unreadable', repository),
        signature: stateOf(error),
      };
    }
  }

  async #read(
    image: string,
    repository: ImageRepository,
    manifest: Manifest,
    signal: AbortSignal,
  ): Promise<RegistryTrust> {
    const registry = this.#registry;
    const object = readManifest(manifest.content);
    if (!object) throw new RegistryError('unreadable', repository.host);
    const { digest } = manifest;
    const [signatures, attestations, bundles, config] = await Promise.all([
      findTagged(registry, repository, digest, 'sig', signal),
      findTagged(registry, repository, digest, 'att', signal),
      findBundles(registry, repository, manifest, signal),
      object.config && registry.blob(repository, object.config.digest, signal),
    ]);
    const found = [signatures, bundles, attestations].flatMap(each =>
      each.found.map(({ bundle, artifact, about, ...rest }) => ({
        ...rest,
        state: verifySignature(
          present({ ...rest, bundle, artifact, about }),
          image,
          digest,
          this.#settings,
        ),
      })),
    );
    return {
      registry: repository.host,
      signature: signatureOf(found),
      found,
      more: [signatures, bundles, attestations].some(each => each.more),
      manifest: manifestFacts(object, config && parseJson(config)),
    };
  }
}

function nothing(
  because: NotChecked,
  repository?: ImageRepository,
): RegistryTrust {
  return present({
    registry: repository?.host,
    signature: { kind: 'not-checked' as const, because },
    found: [],
    more: false,
  });
}

function stateOf({ because }: RegistryError): SignatureState {
  switch (because) {
    case 'not-allowed':
    case 'denied':
    case 'unreachable':
      return { kind: 'not-checked', because: `registry-${because}` };
    case 'redirected':
    case 'too-large':
    case 'unreadable':
      return { kind: 'not-checked', because: 'registry-unreadable' };
    case 'altered':
      return { kind: 'invalid', because: 'altered' };
    default:
      return assertNever(because);
  }
}
