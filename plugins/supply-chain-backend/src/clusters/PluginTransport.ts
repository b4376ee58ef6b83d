import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '../clock/Clock';
import { Deadline } from '../clock/Deadline';
import { ANSWER_MS } from './ANSWER_MS';
import { clusterHeader } from './clusterHeader';
import { AccessDenied } from './errors/AccessDenied';
import type { AskedFor } from './errors/AskedFor';
import { BrokenAnswer } from './errors/BrokenAnswer';
import { ClusterUnreachable } from './errors/ClusterUnreachable';
import { ConnectionLost } from './errors/ConnectionLost';
import { isKubernetesError } from './errors/KubernetesError';
import { isRecord } from './isRecord';
import { parseRefusal } from './parseRefusal';
import { refusalError } from './refusalError';
import type { RequestOutcome } from './RequestOutcome';

export interface PluginRequest {
  /** Below `/api/kubernetes`, already encoded. */
  readonly path: string;
  readonly method?: 'GET' | 'PATCH' | 'POST' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** Error pages may be of any length; a Status is far shorter than this many characters. */
const LONGEST_REFUSAL = 64 * 1024;

/**
 * In place of the cluster's `Authorization`: none. Without this the kubernetes plugin (0.21.11, KubernetesProxy) leaves
 * our Backstage token in it for a cluster without credentials of its own, and whatever stands there could use it.
 */
const NO_TOKEN = { 'Backstage-Kubernetes-Authorization': '' };

/** HTTP to the kubernetes plugin as this plugin itself: where it is, a fresh token for each call, errors as types. */
export class PluginTransport {
  readonly #options: {
    readonly discovery: DiscoveryService;
    readonly auth: AuthService;
    readonly fetch: typeof globalThis.fetch;
    readonly clock: Clock;
    readonly ownToken?: Readonly<Record<string, string>> | undefined;
    readonly onRequest?:
      | ((asked: AskedFor, outcome: RequestOutcome) => void)
      | undefined;
  };
  #tokenless: ReadonlySet<string> = new Set();
  /** By cluster: the first failure after its last answer. */
  readonly #silentSince = new Map<string, Date>();

  constructor(options: {
    readonly discovery: DiscoveryService;
    readonly auth: AuthService;
    readonly fetch: typeof globalThis.fetch;
    readonly clock: Clock;
    /** The header with the token of the person for whom all is asked, where the clusters want one. */
    readonly ownToken?: Readonly<Record<string, string>> | undefined;
    /** Told of each request to a cluster when its answer begins, or when there will be none. */
    readonly onRequest?:
      | ((asked: AskedFor, outcome: RequestOutcome) => void)
      | undefined;
  }) {
    this.#options = options;
  }

  /** Clusters for which the kubernetes plugin has no credentials: it would hand on our own token to them. */
  keepTokenFrom(clusters: ReadonlySet<string>): void {
    this.#tokenless = clusters;
  }

  /** Any answer of the kubernetes plugin itself; throws what `fetch` throws. */
  async plain(request: PluginRequest, signal: AbortSignal): Promise<Response> {
    const { discovery, auth, fetch } = this.#options;
    const [base, { token }] = await Promise.all([
      discovery.getBaseUrl('kubernetes'),
      auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      }),
    ]);
    signal.throwIfAborted();
    return fetch(`${base}${request.path}`, {
      method: request.method ?? 'GET',
      headers: {
        Accept: 'application/json',
        ...request.headers,
        Authorization: `Bearer ${token}`,
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      // A redirect would carry the token to a place that nobody configured.
      redirect: 'manual',
      signal,
    });
  }

  /** A good answer of a cluster, or one of `KubernetesError`'s types. The deadline's owner says how long it may take. */
  async send(
    asked: AskedFor,
    request: PluginRequest,
    deadline: Deadline,
    caller: AbortSignal,
  ): Promise<Response> {
    const { onRequest } = this.#options;
    try {
      const response = await this.#send(asked, request, deadline, caller);
      onRequest?.(asked, 'ok');
      return response;
    } catch (error) {
      onRequest?.(asked, isKubernetesError(error) ? error.because : 'left');
      throw error;
    }
  }

  async #send(
    asked: AskedFor,
    request: PluginRequest,
    deadline: Deadline,
    caller: AbortSignal,
  ): Promise<Response> {
    const cluster = clusterHeader(asked.cluster);
    let response: Response;
    let refusal: string | undefined;
    try {
      response = await this.plain(
        {
          ...request,
          path: `/proxy${request.path}`,
          headers: {
            ...request.headers,
            ...(this.#tokenless.has(asked.cluster) ? NO_TOKEN : {}),
            ...this.#options.ownToken,
            'Backstage-Kubernetes-Cluster': cluster,
          },
        },
        deadline.signal,
      );
      // 204: the log of a pod that no node has been found for yet.
      if (!response.ok) refusal = await beginningOf(response);
    } catch (error) {
      caller.throwIfAborted();
      if (isSilence(error)) throw new ConnectionLost(asked);
      throw new ClusterUnreachable(asked, this.#notReached(asked.cluster));
    }
    if (refusal === undefined) {
      this.#silentSince.delete(asked.cluster);
      return response;
    }
    const error = refusalError(
      asked,
      parseRefusal(
        response.status,
        response.headers.get('retry-after'),
        refusal,
        this.#options.clock.now(),
      ),
      () => this.#notReached(asked.cluster),
    );
    if (error.because !== 'unreachable') {
      this.#silentSince.delete(asked.cluster);
    }
    const isOwn = this.#options.ownToken !== undefined;
    throw isOwn && error.because === 'denied' && error.by === 'credentials'
      ? new AccessDenied(asked, 'token')
      : error;
  }

  /** An answer that is JSON, whole. */
  async json(
    asked: AskedFor,
    request: PluginRequest,
    caller: AbortSignal,
  ): Promise<unknown> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.answer(asked, request, caller)) {
      chunks.push(chunk);
    }
    try {
      return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
    } catch {
      throw new BrokenAnswer(asked);
    }
  }

  /** The bytes of an answer that has an end, as they come, within the time that a cluster is given for such a one. */
  async *answer(
    asked: AskedFor,
    request: PluginRequest,
    caller: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    caller.throwIfAborted();
    const deadline = new Deadline(this.#options.clock, caller);
    try {
      deadline.renew(ANSWER_MS.begin);
      const response = await this.send(asked, request, deadline, caller);
      const goOn = () => deadline.renew(ANSWER_MS.goOn);
      goOn();
      yield* this.body(asked, response, caller, goOn);
    } finally {
      deadline.end();
    }
  }

  /** The body as it comes; `onChunk` is told that something came. Leaving early closes the connection. */
  async *body(
    asked: AskedFor,
    response: Response,
    caller: AbortSignal,
    onChunk: () => void,
  ): AsyncGenerator<Uint8Array> {
    if (!response.body) return;
    const reader = response.body.getReader();
    try {
      for (;;) {
        let chunk: Awaited<ReturnType<typeof reader.read>>;
        try {
          chunk = await reader.read();
        } catch {
          caller.throwIfAborted();
          throw new ConnectionLost(asked);
        }
        if (chunk.done) return;
        onChunk();
        yield chunk.value;
      }
    } finally {
      // Never awaited: a connection that hangs would hang whoever leaves it.
      reader.cancel().catch(() => undefined);
    }
  }

  #notReached(cluster: string): Date {
    const known = this.#silentSince.get(cluster);
    if (known) return known;
    const now = new Date(this.#options.clock.now());
    this.#silentSince.set(cluster, now);
    return now;
  }
}

/** fetch gave up on an answer that had not begun after 300 s: nothing but a container that says nothing is given so long. */
function isSilence(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return isRecord(cause) && cause.code === 'UND_ERR_HEADERS_TIMEOUT';
}

async function beginningOf(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_REFUSAL) break;
  }
  return text;
}
