import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '../clock/Clock';
import { Deadline } from '../clock/Deadline';
import { Turns } from '../clock/Turns';
import { withinDeadline } from '../clock/withinDeadline';
import { ANSWER_MS } from './ANSWER_MS';
import { askedFor } from './askedFor';
import type { ClusterInfo } from './ClusterInfo';
import type { AskedFor } from './errors/AskedFor';
import { BrokenAnswer } from './errors/BrokenAnswer';
import { ClusterListFailed } from './errors/ClusterListFailed';
import { isKubernetesError } from './errors/KubernetesError';
import type { KubernetesApi } from './KubernetesApi';
import type { ListPage } from './ListPage';
import type { ListRequest } from './ListRequest';
import { LIST_PAGE } from './LIST_PAGE';
import { LONGEST_OBJECT } from './LONGEST_OBJECT';
import type { LogRequest } from './LogRequest';
import { logPath } from './logPath';
import type { ObjectRequest } from './ObjectRequest';
import { parseClusters } from './parseClusters';
import { refusalOfStatus } from './parseRefusal';
import { parseWatchLine } from './parseWatchLine';
import type { PatchRequest } from './PatchRequest';
import { PluginTransport } from './PluginTransport';
import { readList } from './readList';
import { refusalError } from './refusalError';
import type { RequestOutcome } from './RequestOutcome';
import { resourcePath } from './resourcePath';
import { selectionQuery } from './selectionQuery';
import { splitLines } from './splitLines';
import type { WatchEvent } from './WatchEvent';
import type { WatchRequest } from './WatchRequest';

/**
 * Seconds a watch may last whose reader says nothing of it, drawn anew for each so that a hundred of them do not end
 * together. Below the 300 s after which fetch gives up on a silent connection; an end is also what frees the connections
 * the kubernetes plugin's proxy leaks when we leave early (http-proxy 1.18.1 does not notice).
 */
const WATCH_SECONDS = { from: 240, to: 290 };
/** Milliseconds beyond its own end until a watch counts as half-open. */
const WATCH_GRACE_MS = 8_000;

/** Without it Backstage's compression keeps a stream until it ends. */
const AS_IT_COMES = { 'Accept-Encoding': 'identity' };

/** The provider of the kubernetes plugin that leaves credentials to a `kubectl proxy`. */
const KUBECTL_PROXY = 'localKubectlProxy';

/** Kubernetes through `@backstage/plugin-kubernetes-backend`: its clusters, its credentials, our service token. */
export class KubernetesPluginApi implements KubernetesApi {
  readonly #transport: PluginTransport;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #turns: Turns;

  constructor(options: {
    readonly discovery: DiscoveryService;
    readonly auth: AuthService;
    readonly fetch: typeof globalThis.fetch;
    readonly clock: Clock;
    /** From 0 to below 1. */
    readonly random: () => number;
    /** Where the clusters want the token of the person for whom all is asked: the header that carries it. */
    readonly ownToken?: Readonly<Record<string, string>> | undefined;
    /** Told of each request to a cluster when its answer begins, or when there will be none. */
    readonly onRequest?:
      | ((asked: AskedFor, outcome: RequestOutcome) => void)
      | undefined;
  }) {
    this.#transport = new PluginTransport(options);
    this.#clock = options.clock;
    this.#random = options.random;
    this.#turns = new Turns(options.clock);
  }

  async clusters(signal: AbortSignal): Promise<readonly ClusterInfo[]> {
    return withinDeadline(this.#clock, signal, async deadline => {
      let response: Response;
      try {
        deadline.renew(ANSWER_MS.begin);
        response = await this.#transport.plain(
          { path: '/clusters' },
          deadline.signal,
        );
      } catch {
        signal.throwIfAborted();
        throw new ClusterListFailed(undefined);
      }
      if (response.status !== 200) {
        response.body?.cancel().catch(() => undefined);
        throw new ClusterListFailed(response.status);
      }
      const answer: unknown = await response.json().catch(() => undefined);
      signal.throwIfAborted();
      const clusters = parseClusters(answer);
      if (!clusters) throw new ClusterListFailed(response.status);
      this.#transport.keepTokenFrom(
        new Set(
          clusters
            .filter(({ authProvider }) => authProvider === KUBECTL_PROXY)
            .map(({ name }) => name),
        ),
      );
      return clusters;
    });
  }

  async contact(cluster: string, signal: AbortSignal): Promise<void> {
    const asked: AskedFor = { cluster, verb: 'get', resource: 'version' };
    await withinDeadline(this.#clock, signal, async deadline => {
      deadline.renew(ANSWER_MS.begin);
      try {
        const response = await this.#transport.send(
          asked,
          { path: '/version' },
          deadline,
          signal,
        );
        response.body?.cancel().catch(() => undefined);
      } catch (error) {
        // Any word of the cluster is contact, also no.
        if (!isKubernetesError(error)) throw error;
        switch (error.because) {
          case 'unreachable':
          case 'connection-lost':
          case 'cluster-unknown':
          case 'invalid-request':
            throw error;
          default:
        }
      }
    });
  }

  async *list(
    request: ListRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ListPage> {
    const asked = askedFor('list', request.resource, request);
    const path = resourcePath(request.resource, request);
    let next: string | undefined;
    do {
      const query = selectionQuery(request);
      query.set('limit', String(LIST_PAGE));
      if (next !== undefined) query.set('continue', next);
      const answer = this.#transport.answer(
        asked,
        { path: `${path}?${query}` },
        signal,
      );
      next = yield* readList(answer, {
        pause: () => this.#turns.pause(),
        broken: () => new BrokenAnswer(asked),
      });
    } while (next !== undefined);
  }

  async get(request: ObjectRequest, signal: AbortSignal): Promise<unknown> {
    return this.#transport.json(
      askedFor('get', request.resource, request),
      { path: resourcePath(request.resource, request) },
      signal,
    );
  }

  async *watch(
    request: WatchRequest,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const asked = askedFor('watch', request.resource, request);
    const query = selectionQuery(request);
    const { from, to } = WATCH_SECONDS;
    const seconds =
      request.seconds ?? Math.floor(from + this.#random() * (to - from));
    query.set('watch', 'true');
    if (request.resourceVersion === undefined) {
      query.set('sendInitialEvents', 'true');
      query.set('resourceVersionMatch', 'NotOlderThan');
    } else {
      query.set('resourceVersion', request.resourceVersion);
    }
    query.set('allowWatchBookmarks', 'true');
    query.set('timeoutSeconds', String(seconds));
    const path = `${resourcePath(request.resource, request)}?${query}`;

    const deadline = new Deadline(this.#clock, signal);
    try {
      // For the head as well: the kubernetes plugin's proxy keeps it until the first event.
      deadline.renew(seconds * 1000 + WATCH_GRACE_MS);
      const response = await this.#transport.send(
        asked,
        { path, headers: AS_IT_COMES },
        deadline,
        signal,
      );
      const chunks = this.#transport.body(asked, response, signal, () => {});
      const lines = splitLines(
        chunks,
        LONGEST_OBJECT,
        () => new BrokenAnswer(asked),
      );
      for await (const line of lines) {
        const event = parseWatchLine(line);
        if (!event) throw new BrokenAnswer(asked);
        if (event.type === 'ERROR') {
          throw refusalError(
            asked,
            refusalOfStatus(event.status, 500),
            () => new Date(this.#clock.now()),
          );
        }
        yield event;
        await this.#turns.pause();
      }
    } finally {
      deadline.end();
    }
  }

  async log(
    request: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const asked: AskedFor = {
      cluster: request.cluster,
      verb: 'get',
      resource: 'pods/log',
      namespace: request.namespace,
      name: request.pod,
    };
    const path = logPath(request);
    const deadline = new Deadline(this.#clock, signal);
    // A container may be silent for as long as it likes; a log that is over must come.
    const patience = request.follow ? Infinity : ANSWER_MS.goOn;
    try {
      deadline.renew(request.follow ? Infinity : ANSWER_MS.begin);
      const response = await this.#transport.send(
        asked,
        { path, headers: { ...AS_IT_COMES, Accept: '*/*' } },
        deadline,
        signal,
      );
      deadline.renew(patience);
      return this.#closing(
        deadline,
        this.#transport.body(asked, response, signal, () =>
          deadline.renew(patience),
        ),
      );
    } catch (error) {
      deadline.end();
      throw error;
    }
  }

  async patch(request: PatchRequest, signal: AbortSignal): Promise<unknown> {
    return this.#transport.json(
      askedFor('patch', request.resource, request),
      {
        path: resourcePath(request.resource, request),
        method: 'PATCH',
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: JSON.stringify(request.merge),
      },
      signal,
    );
  }

  async *#closing(
    deadline: Deadline,
    chunks: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
    } finally {
      deadline.end();
    }
  }
}
