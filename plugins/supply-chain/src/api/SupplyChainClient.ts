import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  apiPaths,
  buildComparisonSchema,
  clustersAnswerSchema,
  logMessageSchema,
  MAX_POLL_QUERY,
  pollAnswerSchema,
  trustViewSchema,
  type LogMessage,
  objectViewSchema,
  type ObjectQueryInput,
  type ObjectRef,
  type StreamMessage,
  type Topic,
  type WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import { browserEnvironment } from './browserEnvironment';
import { ClusterTokens } from './ClusterTokens';
import { failureOf } from './failureOf';
import { LiveConnection } from './LiveConnection';
import type { LiveSource } from './LiveSource';
import type { LiveTopic, LiveViewOf, LiveViews } from './LiveTopic';
import type { LiveTransport } from './LiveTransport';
import { logPath } from './logPath';
import type { LogSource } from './LogSource';
import { parseAnswer } from './parseAnswer';
import { querySearch } from './querySearch';
import { readNdjson } from './readNdjson';
import { readStreamMessage } from './readStreamMessage';
import type { LogRequest, SupplyChainApi } from './SupplyChainApi';
import { SupplyChainError } from './SupplyChainError';
import { topicPath } from './topicPath';
import { topicSchema } from './topicSchema';
import type { TrustSource } from './TrustSource';
import { untilTokensChange } from './untilTokensChange';

/** The api over HTTP: Backstage's fetch adds the token, discovery knows where the backend is. */
export class SupplyChainClient implements SupplyChainApi, LiveTransport {
  readonly live: LiveSource;
  readonly clusterTokens: ClusterTokens;

  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
    live?: LiveSource,
  ) {
    this.live = live ?? LiveConnection.inBrowser(this);
    this.clusterTokens = new ClusterTokens({
      clusters: () => this.clusters(new AbortController().signal),
      environment: browserEnvironment(),
      now: Date.now,
    });
  }

  async clusters(signal: AbortSignal) {
    const response = await this.ask(apiPaths.clusters(), { signal });
    return parseAnswer(
      clustersAnswerSchema,
      await json(response, signal),
      'the clusters',
    );
  }

  workloads(query: WorkloadsQueryInput, signal: AbortSignal) {
    return this.viewOf({ type: 'workloads', query }, signal);
  }

  workload(ref: ObjectRef, signal: AbortSignal) {
    return this.viewOf({ type: 'workload', ref }, signal);
  }

  stage(ref: ObjectRef, stage: string, signal: AbortSignal) {
    return this.viewOf({ type: 'stage', ref, stage }, signal);
  }

  delivery(ref: ObjectRef, signal: AbortSignal) {
    return this.viewOf({ type: 'delivery', ref }, signal);
  }

  builds(ref: ObjectRef, signal: AbortSignal) {
    return this.viewOf({ type: 'builds', ref }, signal);
  }

  build(ref: ObjectRef, signal: AbortSignal) {
    return this.viewOf({ type: 'build', ref }, signal);
  }

  async trust(of: TrustSource, signal: AbortSignal) {
    const path =
      'build' in of
        ? apiPaths.trust(of.build)
        : `${apiPaths.stageTrust(of.workload, of.stage)}${
            of.run === undefined ? '' : `?run=${encodeURIComponent(of.run)}`
          }`;
    const response = await this.ask(path, { signal });
    const answer = await json(response, signal);
    return parseAnswer(trustViewSchema, answer, 'what an image is worth');
  }

  async object(
    ref: ObjectRef,
    resource: string,
    { keep, workload }: ObjectQueryInput,
    signal: AbortSignal,
  ) {
    const response = await this.ask(
      `${apiPaths.object(ref, resource)}${querySearch({ keep, workload })}`,
      { signal },
    );
    return parseAnswer(
      objectViewSchema,
      await json(response, signal),
      'an object',
    );
  }

  async compare(build: ObjectRef, other: string, signal: AbortSignal) {
    const response = await this.ask(
      `${apiPaths.compare(build)}${search({ with: other })}`,
      { signal },
    );
    return parseAnswer(
      buildComparisonSchema,
      await json(response, signal),
      'a comparison',
    );
  }

  async trigger(build: ObjectRef, signal: AbortSignal) {
    await this.ask(apiPaths.trigger(build), { signal, method: 'POST' });
  }

  async poll(
    topics: readonly Topic[],
    wait: number,
    signal: AbortSignal,
  ): Promise<StreamMessage[]> {
    const open = (own: AbortSignal) => this.openPoll(topics, wait, own);
    const messages: StreamMessage[] = [];
    for await (const each of untilTokensChange(
      this.clusterTokens,
      signal,
      open,
    )) {
      messages.push(each);
    }
    return messages;
  }

  /** By GET while the topics fit into a URL: a request that changes nothing should look like one. */
  private async *openPoll(
    topics: readonly Topic[],
    wait: number,
    signal: AbortSignal,
  ): AsyncGenerator<StreamMessage, void, void> {
    const text = JSON.stringify(topics);
    const response =
      text.length <= MAX_POLL_QUERY
        ? await this.ask(
            `${apiPaths.poll()}${search({ topics: text, wait: `${wait}` })}`,
            // An answer of this one is never good for another.
            { signal, cache: 'no-store' },
          )
        : await this.ask(apiPaths.poll(), {
            signal,
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ topics, wait }),
          });
    const { messages } = parseAnswer(
      pollAnswerSchema.extend({ messages: z.array(z.unknown()) }),
      await json(response, signal),
      'live messages',
    );
    for (const value of messages) {
      const message = readStreamMessage(value);
      if (message && !this.isTooSoon(message)) yield message;
    }
  }

  async logText(
    source: LogSource,
    step: string | undefined,
    signal: AbortSignal,
  ) {
    const response = await this.ask(`${logPath(source)}${search({ step })}`, {
      signal,
    });
    return new Uint8Array(await whole(response.arrayBuffer(), signal));
  }

  async logFile(
    source: LogSource,
    step: string | undefined,
    signal: AbortSignal,
  ) {
    const response = await this.ask(
      `${logPath(source)}${search({ step, download: 'true' })}`,
      { signal },
    );
    return {
      name: `${[source.ref.name, step].filter(Boolean).join('-')}.log`,
      content: await whole(response.blob(), signal),
    };
  }

  async *followLogs(
    source: LogSource,
    request: LogRequest,
    signal: AbortSignal,
  ): AsyncGenerator<LogMessage, void, void> {
    const open = (own: AbortSignal) => this.openLogs(source, request, own);
    if (yield* untilTokensChange(this.clusterTokens, signal, open)) {
      yield { type: 'end', resume: true };
    }
  }

  async *stream(
    topics: readonly Topic[],
    signal: AbortSignal,
  ): AsyncGenerator<StreamMessage, void, void> {
    const open = (own: AbortSignal) => this.openStream(topics, own);
    if (yield* untilTokensChange(this.clusterTokens, signal, open)) {
      yield { type: 'bye', because: 'token' };
    }
  }

  private async *openLogs(
    source: LogSource,
    request: LogRequest,
    signal: AbortSignal,
  ): AsyncGenerator<LogMessage, void, void> {
    const response = await this.ask(
      `${logPath(source)}${search({ ...request, follow: 'true' })}`,
      { signal, headers: { Accept: 'application/x-ndjson' } },
    );
    yield* this.messages(response, signal, value =>
      parseAnswer(logMessageSchema, value, 'a log message'),
    );
  }

  private async *openStream(
    topics: readonly Topic[],
    signal: AbortSignal,
  ): AsyncGenerator<StreamMessage, void, void> {
    const response = await this.ask(apiPaths.stream(), {
      signal,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/x-ndjson',
      },
      body: JSON.stringify({ topics }),
    });
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) {
      throw new SupplyChainError(
        'unreadable',
        'A page came in place of live messages. A proxy or a sign-in page may have answered.',
      );
    }
    for await (const value of this.messages(response, signal, each => each)) {
      const message = readStreamMessage(value);
      if (message && !this.isTooSoon(message)) yield message;
    }
  }

  private async viewOf<T extends LiveTopic>(
    topic: T,
    signal: AbortSignal,
  ): Promise<LiveViewOf<T>> {
    const response = await this.ask(topicPath(topic), { signal });
    return parseAnswer<LiveViews[keyof LiveViews]>(
      topicSchema[topic.type],
      await json(response, signal),
      `a ${topic.type} view`,
    ) as LiveViewOf<T>;
  }

  /** "Sign in" while the app is still being asked whether it has a token: the stream is opened again when that is known. */
  private isTooSoon(message: StreamMessage): boolean {
    return (
      message.type === 'error' &&
      message.error.code === 'cluster-sign-in' &&
      this.clusterTokens.unsettled() !== undefined
    );
  }

  /** The answer, if it is one; every failure is a SupplyChainError, but an abort. */
  private async ask(
    path: string,
    init: RequestInit & { signal: AbortSignal },
  ): Promise<Response> {
    const response = await this.askOnce(path, init);
    if (response.ok) return response;
    const failure = await failureOf(response);
    const unsettled =
      failure.code === 'cluster-sign-in'
        ? this.clusterTokens.unsettled()
        : undefined;
    if (!unsettled) throw failure;
    await unsettled;
    const again = await this.askOnce(path, init);
    if (!again.ok) throw await failureOf(again);
    return again;
  }

  private async askOnce(
    path: string,
    init: RequestInit & { signal: AbortSignal },
  ): Promise<Response> {
    const tokens = this.clusterTokens.headers();
    const own =
      Object.keys(tokens).length === 0
        ? init
        : {
            ...init,
            headers: { ...init.headers, ...tokens },
            // A redirect would carry the tokens to a place that nobody meant.
            redirect: 'error' as const,
          };
    return whole(
      this.deps.discoveryApi
        .getBaseUrl('supply-chain')
        .then(base => this.deps.fetchApi.fetch(`${base}${path}`, own)),
      init.signal,
    );
  }

  private async *messages<T>(
    response: Response,
    signal: AbortSignal,
    read: (value: unknown) => T,
  ): AsyncGenerator<T, void, void> {
    if (!response.body) return;
    try {
      for await (const value of readNdjson(response.body)) yield read(value);
    } catch (error) {
      throw asFailure(error, signal);
    }
  }
}

function search(params: Readonly<Record<string, string | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) given.set(name, value);
  }
  const text = given.toString();
  return text && `?${text}`;
}

async function json(response: Response, signal: AbortSignal): Promise<unknown> {
  const text = await whole(response.text(), signal);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SupplyChainError(
      'unreadable',
      'The supply chain backend answered something that is not JSON. A proxy or a sign-in page may have answered in its place.',
    );
  }
}

async function whole<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asFailure(error, signal);
  }
}

/** What fetch and streams throw are TypeErrors in the browser's words: one error of ours says what it means. */
function asFailure(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof SupplyChainError || signal.aborted) return error;
  return new SupplyChainError(
    'network',
    'The supply chain backend could not be reached, or the connection broke off',
  );
}
