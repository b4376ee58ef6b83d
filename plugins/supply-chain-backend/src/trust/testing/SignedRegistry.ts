import {
  imageDigest,
  readRecordedImages,
  RegistryContent,
  startRegistry,
  storeImage,
  type RecordedImage,
} from 'demo-cluster';
import { SystemClock } from '../../clock/SystemClock';
import { isDigest, type Digest } from '../../registry/Digest';
import { HttpRegistry } from '../../registry/HttpRegistry';

const SIGNATURE = 'dev.cosignproject.cosign/signature';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** The image that the real kpack signed and attested, in a registry over HTTP, and what somebody could do to it there. */
export class SignedRegistry {
  readonly image: string;
  readonly digest: Digest;
  readonly repository: string;
  readonly publicKey: string;
  readonly registry: HttpRegistry;

  private constructor(
    readonly content: RegistryContent,
    recorded: RecordedImage,
    publicKey: string,
    private readonly server: Awaited<ReturnType<typeof startRegistry>>,
  ) {
    const digest = imageDigest(recorded);
    if (!isDigest(digest)) throw new Error('The recorded image has no digest');
    const slash = recorded.repository.indexOf('/');
    const host = recorded.repository.slice(0, slash);
    this.digest = digest;
    this.repository = recorded.repository.slice(slash + 1);
    this.image = `${recorded.repository}@${digest}`;
    this.publicKey = publicKey;
    this.registry = new HttpRegistry({
      registries: new Map([
        [host, { host, origin: new URL(server.url), alsoHosts: new Set() }],
      ]),
      fetch,
      clock: new SystemClock(),
    });
  }

  static async start(): Promise<SignedRegistry> {
    const { images, publicKey } = readRecordedImages();
    const [recorded] = images;
    if (!recorded) throw new Error('No image is recorded');
    const content = new RegistryContent();
    const server = await startRegistry({ content, port: 0 });
    storeImage(content, recorded);
    return new SignedRegistry(content, recorded, publicKey, server);
  }

  stop(): Promise<void> {
    return this.server.close();
  }

  /** What stands under a tag of cosign's: each layer's content and annotations. */
  layers(what: 'sig' | 'att') {
    const manifest = this.#manifest(what);
    return manifest.layers.map(layer => ({
      content:
        this.content.blob(this.repository, layer.digest) ?? Buffer.alloc(0),
      annotations: layer.annotations,
    }));
  }

  /** Puts these in their place, all digests in order: whoever can push can do that. */
  replace(
    what: 'sig' | 'att',
    layers: readonly {
      content: Buffer | string;
      annotations: Readonly<Record<string, string>>;
    }[],
  ): void {
    const { config, layers: before } = this.#manifest(what);
    const mediaType = before[0]?.mediaType ?? '';
    const manifest = {
      ...{ schemaVersion: 2, mediaType: MANIFEST, config },
      layers: layers.map(({ content, annotations }) => ({
        ...{ mediaType, size: content.length, annotations },
        digest: this.content.putBlob(this.repository, content),
      })),
    };
    this.content.putManifest(
      this.repository,
      { mediaType: MANIFEST, content: JSON.stringify(manifest) },
      this.#tag(what),
    );
  }

  /** A signature in the tag scheme, made by somebody else. */
  sign(
    payload: string,
    make: (payload: string) => string,
    more: Readonly<Record<string, string>> = {},
  ): void {
    this.replace('sig', [
      {
        content: payload,
        annotations: { [SIGNATURE]: make(payload), ...more },
      },
    ]);
  }

  /** A bundle that refers to the image, as cosign 3 pushes it. */
  refer(bundle: object, how: 'list' | 'tag' = 'list'): void {
    const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
    const text = JSON.stringify(bundle);
    const blob = this.content.putBlob(this.repository, text);
    const digest = this.content.putManifest(this.repository, {
      mediaType: MANIFEST,
      content: JSON.stringify({
        ...{ schemaVersion: 2, mediaType: MANIFEST, artifactType },
        layers: [{ mediaType: artifactType, digest: blob, size: text.length }],
        subject: { digest: this.digest },
      }),
    });
    const descriptor = { mediaType: MANIFEST, artifactType, digest, size: 1 };
    if (how === 'list') {
      this.content.refer(this.repository, this.digest, descriptor);
      return;
    }
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    this.content.putManifest(
      this.repository,
      {
        mediaType,
        content: JSON.stringify({
          ...{ schemaVersion: 2, mediaType, manifests: [descriptor] },
        }),
      },
      this.digest.replace(':', '-'),
    );
  }

  /** What cosign signs for an image. */
  payloadOf(digest: string): string {
    return JSON.stringify({
      critical: {
        identity: { 'docker-reference': 'registry.example/app' },
        image: { 'docker-manifest-digest': digest },
        type: 'cosign container image signature',
      },
      optional: null,
    });
  }

  /** Of an in-toto statement about an image. */
  statementOf(digest: string, predicateType: string, predicate: object = {}) {
    return JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'app', digest: { sha256: digest.slice(-64) } }],
      ...{ predicateType, predicate },
    });
  }

  #tag(what: string): string {
    return `${this.digest.replace(':', '-')}.${what}`;
  }

  #manifest(what: 'sig' | 'att') {
    const stored = this.content.manifest(this.repository, this.#tag(what));
    const manifest: {
      config: object;
      layers: {
        mediaType: string;
        digest: string;
        annotations: Record<string, string>;
      }[];
    } = JSON.parse(String(stored?.content));
    return manifest;
  }
}
