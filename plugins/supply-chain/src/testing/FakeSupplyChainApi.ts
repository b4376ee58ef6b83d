import type {
  BuildComparison,
  LogMessage,
  ObjectQueryInput,
  ObjectRef,
  ObjectView,
  StreamMessage,
  TrustView,
  WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import type { LiveSource } from '../api/LiveSource';
import type { LiveTopic, LiveViewOf, LiveViews } from '../api/LiveTopic';
import type { LogSource } from '../api/LogSource';
import type { LogRequest, SupplyChainApi } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import { topicKey } from '../api/topicKey';
import type { TrustSource } from '../api/TrustSource';

export type AnyLive = Live<LiveViews[keyof LiveViews]>;

/** A backend that answers every topic by one function; logs are empty. */
export class FakeSupplyChainApi implements SupplyChainApi {
  private readonly known = new Map<string, AnyLive>();
  private readonly listeners = new Set<() => void>();

  /** Topics that somebody listens to now, as they were asked for. */
  readonly topics: LiveTopic[] = [];

  constructor(private answer: (topic: LiveTopic) => AnyLive) {}

  /** From now on, other answers: as when something changed in a cluster. */
  change(answer: (topic: LiveTopic) => AnyLive): void {
    this.answer = answer;
    this.known.clear();
    for (const listener of [...this.listeners]) listener();
  }

  readonly live: LiveSource = {
    current: <T extends LiveTopic>(topic: T) => {
      const key = topicKey(topic);
      const live = this.known.get(key) ?? this.answer(topic);
      this.known.set(key, live);
      // The function answers a topic by a view of its type, or the test is wrong.
      return live as Live<LiveViewOf<T>>;
    },
    subscribe: (topic, onChange) => {
      const listener = () => onChange();
      this.topics.push(topic);
      this.listeners.add(listener);
      return () => {
        this.topics.splice(this.topics.indexOf(topic), 1);
        this.listeners.delete(listener);
      };
    },
  };

  async clusters() {
    return { clusters: [] };
  }

  async workloads(query: WorkloadsQueryInput) {
    return this.view({ type: 'workloads', query });
  }

  async workload(ref: ObjectRef) {
    return this.view({ type: 'workload', ref });
  }

  async stage(ref: ObjectRef, stage: string) {
    return this.view({ type: 'stage', ref, stage });
  }

  async delivery(ref: ObjectRef) {
    return this.view({ type: 'delivery', ref });
  }

  async builds(ref: ObjectRef) {
    return this.view({ type: 'builds', ref });
  }

  async build(ref: ObjectRef) {
    return this.view({ type: 'build', ref });
  }

  /** Objects by `plural.group` and name, as YAML with everything kept. */
  objects: Record<string, string | SupplyChainError> = {};

  async object(
    ref: ObjectRef,
    resource: string,
    { keep = [] }: ObjectQueryInput,
  ): Promise<ObjectView> {
    const yaml = this.objects[`${resource}/${ref.name}`];
    if (yaml instanceof SupplyChainError) throw yaml;
    if (yaml === undefined) throw new SupplyChainError('not-found', 'Not here');
    const kept = [...keep];
    return {
      ref,
      resource,
      yaml: `# keeps ${kept}\n${yaml}`,
      kept,
      redacted: false,
    };
  }

  async compare(_build: ObjectRef, _other: string): Promise<BuildComparison> {
    throw new SupplyChainError('not-found', 'Nothing to compare');
  }

  /** What images are worth, by the name of the build, run or workload; an image that is not here has never been signed. */
  trusts: Record<string, TrustView | SupplyChainError> = {};

  async trust(of: TrustSource): Promise<TrustView> {
    const ref =
      'build' in of
        ? of.build
        : { ...of.workload, name: of.run ?? of.workload.name };
    const told = this.trusts[ref.name];
    if (told instanceof SupplyChainError) throw told;
    return (
      told ?? {
        ...{ ref, signature: { kind: 'unsigned' }, found: [], more: false },
        ...{ kpack: { annotations: [] }, policies: [], problems: [] },
      }
    );
  }

  /** What was asked for, in order. */
  readonly triggered: ObjectRef[] = [];

  async trigger(build: ObjectRef) {
    this.triggered.push(build);
  }

  async logText(_source: LogSource, _step?: string) {
    return new Uint8Array();
  }

  async logFile(_source: LogSource, _step?: string) {
    return { name: 'empty.log', content: new Blob() };
  }

  async *followLogs(
    _source: LogSource,
    _request: LogRequest,
    _signal: AbortSignal,
  ): AsyncGenerator<LogMessage, void, void> {
    yield { type: 'end', resume: false };
  }

  async *stream(): AsyncGenerator<StreamMessage, void, void> {
    yield { type: 'bye', because: 'shutdown' };
  }

  private view<T extends LiveTopic>(topic: T): LiveViewOf<T> {
    const { view, error } = this.live.current(topic);
    if (view) return view;
    throw error ?? new SupplyChainError('internal', 'Still loading');
  }
}
