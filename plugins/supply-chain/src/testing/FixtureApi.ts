import type {
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import type { LiveTopic, LiveViewOf } from '../api/LiveTopic';
import type { LogSource } from '../api/LogSource';
import type { LogRequest } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import { topicKey } from '../api/topicKey';
import { FakeSupplyChainApi, type AnyLive } from './FakeSupplyChainApi';

const NOT_FOUND: AnyLive = {
  state: 'error',
  stale: false,
  error: new SupplyChainError('not-found', 'Not in the fixtures'),
};

/** A backend of fixtures: views by topic, logs by step. What it was not given does not exist. */
export class FixtureApi extends FakeSupplyChainApi {
  private readonly views = new Map<string, AnyLive>();

  /** What `followLogs` says, in order; then it ends. */
  logMessages: (
    ref: ObjectRef,
    request: LogRequest,
    signal: AbortSignal,
  ) => AsyncIterable<LogMessage> | Iterable<LogMessage> = () => [
    { type: 'end', resume: false },
  ];

  /** The log of each step; an error for those that cannot be had. */
  logs: Record<string, string | SupplyChainError> = {};

  constructor() {
    super(() => NOT_FOUND);
  }

  show<T extends LiveTopic>(topic: T, view: LiveViewOf<T>): this {
    return this.put(topic, { state: 'ready', stale: false, view });
  }

  put<T extends LiveTopic>(topic: T, live: Live<LiveViewOf<T>>): this {
    this.views.set(topicKey(topic), live);
    this.change(asked => this.views.get(topicKey(asked)) ?? NOT_FOUND);
    return this;
  }

  override async logText(_source: LogSource, step?: string) {
    const log = this.logs[step ?? ''];
    if (log instanceof SupplyChainError) throw log;
    if (log === undefined)
      throw new SupplyChainError('logs-gone', 'The pod is gone');
    return new TextEncoder().encode(log);
  }

  override async logFile(source: LogSource, step?: string) {
    const bytes = await this.logText(source, step);
    return {
      name: `${source.ref.name}-${step ?? 'all'}.log`,
      content: new Blob([bytes]),
    };
  }

  override async *followLogs(
    source: LogSource,
    request: LogRequest,
    signal: AbortSignal,
  ): AsyncGenerator<LogMessage, void, void> {
    yield* this.logMessages(source.ref, request, signal);
  }
}
