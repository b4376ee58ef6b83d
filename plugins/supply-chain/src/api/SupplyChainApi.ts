import { createApiRef } from '@backstage/core-plugin-api';
import type {
  BuildComparison,
  BuildsAnswer,
  BuildView,
  ClustersAnswer,
  DeliveriesAnswer,
  LogMessage,
  ObjectQueryInput,
  ObjectRef,
  ObjectView,
  StageDetailView,
  StreamMessage,
  Topic,
  TrustView,
  WorkloadsAnswer,
  WorkloadsQueryInput,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ClusterTokens } from './ClusterTokens';
import type { LiveSource } from './LiveSource';
import type { LogSource } from './LogSource';
import type { TrustSource } from './TrustSource';

/** Where a log begins: all steps or one; from its start or after a cursor (common: logs/LogCursor.ts). */
export type LogRequest = { step?: string; from?: string };

/**
 * Everything the frontend asks the backend. Every call throws {@link SupplyChainError} and nothing else,
 * but an AbortError when its own signal was aborted.
 */
export interface SupplyChainApi {
  /** One live connection for the whole tab; see hooks/useLive.ts. */
  readonly live: LiveSource;
  /** The person's own tokens for clusters that want them; an api without them shows such clusters as closed. */
  readonly clusterTokens?: ClusterTokens;

  clusters(signal: AbortSignal): Promise<ClustersAnswer>;
  workloads(
    query: WorkloadsQueryInput,
    signal: AbortSignal,
  ): Promise<WorkloadsAnswer>;
  workload(ref: ObjectRef, signal: AbortSignal): Promise<WorkloadView>;
  stage(
    ref: ObjectRef,
    stage: string,
    signal: AbortSignal,
  ): Promise<StageDetailView>;
  /** What the deliveries of a workload are made of; their clusters are asked. */
  delivery(workload: ObjectRef, signal: AbortSignal): Promise<DeliveriesAnswer>;
  /** History of a kpack Image, newest first. */
  builds(image: ObjectRef, signal: AbortSignal): Promise<BuildsAnswer>;
  build(ref: ObjectRef, signal: AbortSignal): Promise<BuildView>;
  /** What an image is worth. Its registry is asked: this may take seconds. */
  trust(of: TrustSource, signal: AbortSignal): Promise<TrustView>;

  /** Two builds of an image side by side. */
  /** One object that a workload owns, as clean YAML; `resource` is `plural.group`. */
  object(
    ref: ObjectRef,
    resource: string,
    query: ObjectQueryInput,
    signal: AbortSignal,
  ): Promise<ObjectView>;
  compare(
    build: ObjectRef,
    other: string,
    signal: AbortSignal,
  ): Promise<BuildComparison>;
  /** Asks kpack for a rebuild; `build` is the newest one of its image that is known here. */
  trigger(build: ObjectRef, signal: AbortSignal): Promise<void>;

  /** A step's log as it is now, byte for byte. Without a step: all, each after a line `===> step`. */
  logText(
    source: LogSource,
    step: string | undefined,
    signal: AbortSignal,
  ): Promise<Uint8Array>;
  /** The file for "download"; with a name that the browser can save it under. */
  logFile(
    source: LogSource,
    step: string | undefined,
    signal: AbortSignal,
  ): Promise<{ name: string; content: Blob }>;
  /** One connection: ends when the server ends it or the network breaks. Callers resume with the last cursor. */
  followLogs(
    source: LogSource,
    request: LogRequest,
    signal: AbortSignal,
  ): AsyncIterable<LogMessage>;

  /** One connection for many topics; {@link SupplyChainApi.live} is made of it. */
  stream(
    topics: readonly Topic[],
    signal: AbortSignal,
  ): AsyncIterable<StreamMessage>;
}

/** The api of this plugin; apps may replace it. */
export const supplyChainApiRef = createApiRef<SupplyChainApi>({
  id: 'plugin.supply-chain.service',
});
