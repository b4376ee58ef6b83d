import type { Clock } from '../clock/Clock';
import { withinDeadline } from '../clock/withinDeadline';
import { digestOf, isDigest, type Digest } from './Digest';
import { RegistryError, type RegistryTrouble } from './errors/RegistryError';
import type { ImageRegistry, Manifest } from './ImageRegistry';
import type { ImageRepository } from './ImageRepository';
import { readBody } from './readBody';
import { RegistryAuth } from './RegistryAuth';
import type { RegistrySettings } from './RegistrySettings';

/** Milliseconds for one question with all that it leads to: logging in, a redirect, the body. */
const ANSWER_MS = 8_000;

/** Bytes. What registries have to take at least (distribution specification 1.1, "Pushing manifests"). */
const LONGEST_MANIFEST = 4 * 1024 * 1024;
/** Bytes. An SBOM of a large image as an attestation is some megabytes. */
const LONGEST_BLOB = 8 * 1024 * 1024;

/** Redirects of one question. Registries send to their store of blobs, once. */
const MOST_REDIRECTS = 2;

const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');

/** Tags as the distribution specification has them. */
const TAG = /^\w[\w.-]{0,127}$/;

export interface HttpRegistryOptions {
  readonly registries: ReadonlyMap<string, RegistrySettings>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Told of each question to a registry when it is over. */
  readonly onRequest?:
    | ((host: string, outcome: RegistryOutcome) => void)
    | undefined;
}

export type RegistryOutcome = 'ok' | 'absent' | 'left' | RegistryTrouble;

interface Ask {
  readonly path: string;
  readonly accept: string;
  /** Bytes. */
  readonly most: number;
}

/** Registries over HTTP: hosts of the configuration alone, at the addresses that it gives. */
export class HttpRegistry implements ImageRegistry {
  readonly #options: HttpRegistryOptions;
  readonly #auth: RegistryAuth;

  constructor(options: HttpRegistryOptions) {
    this.#options = options;
    this.#auth = new RegistryAuth(options);
  }

  async manifest(
    of: ImageRepository,
    reference: string,
    signal: AbortSignal,
  ): Promise<Manifest | undefined> {
    if (!isDigest(reference) && !TAG.test(reference)) {
      throw new RegistryError('unreadable', of.host);
    }
    const content = await this.#read(
      of,
      {
        path: `manifests/${reference}`,
        accept: MANIFESTS,
        most: LONGEST_MANIFEST,
      },
      signal,
    );
    if (!content) return undefined;
    const digest = digestOf(content);
    if (isDigest(reference) && digest !== reference) {
      throw new RegistryError('altered', of.host);
    }
    return { digest, content };
  }

  async blob(
    of: ImageRepository,
    digest: Digest,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const content = await this.#read(
      of,
      { path: `blobs/${digest}`, accept: '*/*', most: LONGEST_BLOB },
      signal,
    );
    if (content && digestOf(content) !== digest) {
      throw new RegistryError('altered', of.host);
    }
    return content;
  }

  referrers(
    of: ImageRepository,
    digest: Digest,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    return this.#read(
      of,
      {
        path: `referrers/${digest}`,
        accept: MANIFESTS,
        most: LONGEST_MANIFEST,
      },
      signal,
    );
  }

  /** One question, counted. Undefined: the registry has no such thing. */
  async #read(
    of: ImageRepository,
    ask: Ask,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const { onRequest } = this.#options;
    try {
      const found = await this.#ask(of, ask, signal);
      onRequest?.(of.host, found ? 'ok' : 'absent');
      return found;
    } catch (error) {
      const failed = error instanceof RegistryError;
      // Hosts that nobody configured would be names without end.
      if (!failed || error.because !== 'not-allowed') {
        onRequest?.(of.host, failed ? error.because : 'left');
      }
      throw error;
    }
  }

  async #ask(
    { host, name }: ImageRepository,
    ask: Ask,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const settings = this.#options.registries.get(host);
    if (!settings) throw new RegistryError('not-allowed', host);
    const url = new URL(`/v2/${name}/${ask.path}`, settings.origin);
    return withinDeadline(this.#options.clock, signal, async deadline => {
      deadline.renew(ANSWER_MS);
      try {
        const response = await this.#authorised(
          settings,
          name,
          { url, accept: ask.accept },
          deadline.signal,
        );
        if (response.status === 200) {
          return await readBody(response, ask.most, host);
        }
        void response.body?.cancel().catch(() => {});
        if (response.status === 404) return undefined;
        throw new RegistryError(
          [401, 403].includes(response.status) ? 'denied' : 'unreachable',
          host,
        );
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof RegistryError) throw error;
        throw new RegistryError('unreachable', host);
      }
    });
  }

  /** With what the registry is known to want; once more when it wants something else. */
  async #authorised(
    settings: RegistrySettings,
    name: string,
    ask: { url: URL; accept: string },
    signal: AbortSignal,
  ): Promise<Response> {
    const first = await this.#send(
      settings,
      { ...ask, authorization: this.#auth.known(settings, name) },
      signal,
    );
    if (first.status !== 401) return first;
    void first.body?.cancel().catch(() => {});
    const authorization = await this.#auth.answer(
      settings,
      name,
      first.headers.get('www-authenticate'),
      signal,
    );
    if (authorization === undefined) return first;
    return this.#send(settings, { ...ask, authorization }, signal);
  }

  async #send(
    settings: RegistrySettings,
    ask: { url: URL; accept: string; authorization: string | undefined },
    signal: AbortSignal,
  ): Promise<Response> {
    let { url, authorization } = ask;
    for (let redirects = 0; ; redirects += 1) {
      const response = await this.#options.fetch(url, {
        headers: {
          Accept: ask.accept,
          ...(authorization === undefined
            ? {}
            : { Authorization: authorization }),
        },
        redirect: 'manual',
        signal,
      });
      if (response.status < 300 || response.status >= 400) return response;
      void response.body?.cancel().catch(() => {});
      const to = followable(settings, url, response.headers.get('location'));
      if (!to || redirects >= MOST_REDIRECTS) {
        throw new RegistryError('redirected', settings.host);
      }
      // Credentials are for the registry, not for where it sends us.
      if (to.host !== settings.origin.host) authorization = undefined;
      url = to;
    }
  }
}

/** Where a redirect leads, if that is the registry itself or a host of its own, and as safe a way as the one there. */
function followable(
  { origin, alsoHosts }: RegistrySettings,
  from: URL,
  location: string | null,
): URL | undefined {
  if (location === null || !URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  const isHere = to.host === origin.host || alsoHosts.has(to.host);
  const isSafe = to.protocol === 'https:' || to.protocol === origin.protocol;
  return isHere && isSafe && !to.username && !to.password ? to : undefined;
}
