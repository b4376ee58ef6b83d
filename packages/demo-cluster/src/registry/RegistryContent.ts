import { createHash } from 'node:crypto';

export interface StoredManifest {
  readonly mediaType: string;
  readonly content: Buffer;
}

interface Repository {
  readonly manifests: Map<string, StoredManifest>;
  readonly tags: Map<string, string>;
  readonly blobs: Map<string, Buffer>;
  /** By subject: descriptors of what refers to it. */
  readonly referrers: Map<string, object[]>;
}

/** What a registry holds. Everything is found by the digest of its bytes, unless a test puts it elsewhere. */
export class RegistryContent {
  readonly #repositories = new Map<string, Repository>();

  get repositories(): readonly string[] {
    return [...this.#repositories.keys()];
  }

  tags(repository: string): readonly string[] {
    return [...(this.#repositories.get(repository)?.tags.keys() ?? [])];
  }

  /** By digest or tag. */
  manifest(
    repository: string,
    reference: string,
  ): (StoredManifest & { readonly digest: string }) | undefined {
    const found = this.#repositories.get(repository);
    const digest = found?.tags.get(reference) ?? reference;
    const manifest = found?.manifests.get(digest);
    return manifest && { ...manifest, digest };
  }

  blob(repository: string, digest: string): Buffer | undefined {
    return this.#repositories.get(repository)?.blobs.get(digest);
  }

  referrers(repository: string, digest: string): readonly object[] | undefined {
    return this.#repositories.get(repository)?.referrers.get(digest);
  }

  putManifest(
    repository: string,
    manifest: { mediaType: string; content: Buffer | string },
    ...tags: readonly string[]
  ): string {
    const content = Buffer.from(manifest.content);
    const digest = digestOf(content);
    const { manifests, tags: all } = this.#open(repository);
    manifests.set(digest, { mediaType: manifest.mediaType, content });
    for (const tag of tags) all.set(tag, digest);
    return digest;
  }

  /** At another digest than its own: a registry that somebody has been in. */
  putBlob(repository: string, content: Buffer | string, at?: string): string {
    const bytes = Buffer.from(content);
    const digest = at ?? digestOf(bytes);
    this.#open(repository).blobs.set(digest, bytes);
    return digest;
  }

  refer(repository: string, subject: string, descriptor: object): void {
    const { referrers } = this.#open(repository);
    referrers.set(subject, [...(referrers.get(subject) ?? []), descriptor]);
  }

  #open(name: string): Repository {
    let repository = this.#repositories.get(name);
    if (!repository) {
      repository = {
        manifests: new Map(),
        tags: new Map(),
        blobs: new Map(),
        referrers: new Map(),
      };
      this.#repositories.set(name, repository);
    }
    return repository;
  }
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
