import type {
  ArchivedBecause,
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import { LogsGone } from '../logs/errors/LogsGone';
import { NodeLogError } from '../logs/errors/NodeLogError';
import type {
  LogFollowRequest,
  LogReader,
  LogTextRequest,
} from '../logs/LogReader';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { Unavailable } from '../service/errors/Unavailable';
import type { Sight } from '../service/Sight';
import type { ArchiveHealth } from './ArchiveHealth';
import type { KeptBuild } from './KeptBuild';
import { keptSteps } from './keptSteps';
import { liveThenArchived } from './liveThenArchived';
import type { LostClusters } from '../service/LostClusters';
import { withArchiveState } from './withArchiveState';

/** Logs out of their pods while these can be read, out of the archive when not: the same bytes, lines and cursors. */
export class ArchivedLogReader<Of extends ObjectRef = ObjectRef>
  implements LogReader<Sight, Of>
{
  constructor(
    private readonly options: {
      readonly inner: LogReader<Sight, Of>;
      readonly kept: (
        of: Of,
        signal: AbortSignal,
      ) => Promise<KeptBuild | undefined>;
      /** Of one archived build, saying why it is that. */
      readonly readerOf: (
        kept: KeptBuild,
        because: ArchivedBecause,
      ) => LogReader<Sight>;
      readonly lost: Pick<LostClusters, 'has' | 'lost'>;
      readonly health: ArchiveHealth;
      readonly clock: Clock;
    },
  ) {}

  async text(
    ref: Of,
    request: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    const whole = await this.#wholeOfLost(ref, request.step, as);
    if (whole) return whole.text(ref, request, as);
    try {
      return await this.options.inner.text(ref, request, as);
    } catch (error) {
      const archived = await this.#insteadOf(error, ref, request.step, as);
      return archived.text(ref, request, as);
    }
  }

  async follow(
    ref: Of,
    request: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    const { clock, health, inner, kept, lost, readerOf } = this.options;
    const { from, step } = request;
    const whole = await this.#wholeOfLost(ref, step, as);
    if (whole) return whole.follow(ref, request, as);
    const live = (after: string | undefined, signal: AbortSignal) =>
      inner.follow(ref, { step, from: after }, { ...as, signal });
    const reading = new AbortController();
    let messages: AsyncIterable<LogMessage>;
    try {
      messages = await live(from, AbortSignal.any([as.signal, reading.signal]));
    } catch (error) {
      const archived = await this.#insteadOf(error, ref, step, as);
      return archived.follow(ref, request, as);
    }
    const told = liveThenArchived(
      {
        ...{ step, from, live, clock },
        reasonIn: error => reasonIn(error, ref, as),
        lost: signal =>
          isOwn(ref, as) ? never(signal) : lost.lost(ref.cluster, signal),
        find: () => kept(ref, as.signal),
        archived: ({ kept: build, because, step: only = step }, after) =>
          readerOf(build, because).follow(ref, { step: only, from: after }, as),
      },
      { messages, leave: () => reading.abort() },
      as.signal,
    );
    return withArchiveState(told, health);
  }

  /** What the archive has of a cluster that is known not to answer; undefined where it may not be all. */
  async #wholeOfLost(
    ref: Of,
    step: string | undefined,
    as: Sight,
  ): Promise<LogReader<Sight> | undefined> {
    const { kept, lost, readerOf } = this.options;
    if (isOwn(ref, as) || !lost.has(ref.cluster)) return undefined;
    const build = await kept(ref, as.signal).catch(() => undefined);
    as.signal.throwIfAborted();
    if (!build?.build.settled || keptSteps(build, step).length === 0) {
      return undefined;
    }
    return readerOf(build, 'cluster-unreachable');
  }

  /** What the archive has in place of what could not be read; throws the error when it has nothing. */
  async #insteadOf(
    error: unknown,
    ref: Of,
    step: string | undefined,
    as: Sight,
  ): Promise<LogReader<Sight>> {
    const because = reasonIn(error, ref, as);
    if (!because) throw error;
    const kept = await this.options.kept(ref, as.signal);
    if (!kept || keptSteps(kept, step).length === 0) throw error;
    return this.options.readerOf(kept, because);
  }
}

/** The archive has nothing of a cluster that is read with own tokens. */
function isOwn({ cluster }: ObjectRef, { personal }: Sight): boolean {
  return personal?.has(cluster) ?? false;
}

function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

/**
 * Why the archive may be read instead: the pod or the Build is gone, or the cluster cannot be asked. What a cluster denies
 * stays denied.
 */
function reasonIn(
  error: unknown,
  ref: ObjectRef,
  as: Sight,
): ArchivedBecause | undefined {
  if (isOwn(ref, as)) return undefined;
  if (error instanceof LogsGone || error instanceof NoSuchObject) {
    return 'pod-gone';
  }
  if (error instanceof Unavailable) {
    const { because } = error.problem;
    if (because === 'loading') return 'cluster-loading';
    return because === 'unreachable' ? 'cluster-unreachable' : undefined;
  }
  // The node has thrown the log away, and the pod is still there.
  if (error instanceof NodeLogError) return 'unreadable';
  if (!isKubernetesError(error)) return undefined;
  return ['unreachable', 'connection-lost', 'upstream-failure'].includes(
    error.because,
  )
    ? 'cluster-unreachable'
    : undefined;
}
