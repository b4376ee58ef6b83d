import type {
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
import type { KeptBuild } from './KeptBuilds';
import { keptSteps } from './keptSteps';
import { liveThenArchived } from './liveThenArchived';
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
      /** Of one archived build. */
      readonly readerOf: (kept: KeptBuild) => LogReader<Sight>;
      readonly health: ArchiveHealth;
      readonly clock: Clock;
    },
  ) {}

  async text(
    ref: Of,
    request: LogTextRequest,
    as: Sight,
  ): Promise<AsyncIterable<Uint8Array>> {
    try {
      return await this.options.inner.text(ref, request, as);
    } catch (error) {
      const kept = await this.#insteadOf(error, ref, request.step, as);
      return this.options.readerOf(kept).text(ref, request, as);
    }
  }

  async follow(
    ref: Of,
    request: LogFollowRequest,
    as: Sight,
  ): Promise<AsyncIterable<LogMessage>> {
    const { clock, health, inner, kept, readerOf } = this.options;
    let live: AsyncIterable<LogMessage>;
    try {
      live = await inner.follow(ref, request, as);
    } catch (error) {
      const build = await this.#insteadOf(error, ref, request.step, as);
      return readerOf(build).follow(ref, request, as);
    }
    const messages = liveThenArchived(
      {
        live,
        mayBeArchived: error => mayBeArchived(error, ref, as),
        async find() {
          const build = await kept(ref, as.signal);
          const isThere = build && keptSteps(build, request.step).length > 0;
          return isThere ? build : undefined;
        },
        archived: (build, from = request.from) =>
          readerOf(build).follow(ref, { step: request.step, from }, as),
        clock,
      },
      as.signal,
    );
    return withArchiveState(messages, health);
  }

  /** What the archive has in place of what could not be read; throws the error when it has nothing. */
  async #insteadOf(
    error: unknown,
    ref: Of,
    step: string | undefined,
    as: Sight,
  ): Promise<KeptBuild> {
    if (!mayBeArchived(error, ref, as)) throw error;
    const kept = await this.options.kept(ref, as.signal);
    if (!kept || keptSteps(kept, step).length === 0) throw error;
    return kept;
  }
}

/** The pod or the Build is gone, or the cluster cannot be asked. What a cluster denies stays denied. */
function mayBeArchived(
  error: unknown,
  { cluster }: ObjectRef,
  { personal }: Sight,
): boolean {
  if (personal?.has(cluster)) return false;
  if (error instanceof LogsGone || error instanceof NoSuchObject) return true;
  if (error instanceof Unavailable) {
    const { because } = error.problem;
    return because === 'unreachable' || because === 'loading';
  }
  // The node has thrown the log away, and the pod is still there.
  if (error instanceof NodeLogError) return true;
  if (!isKubernetesError(error)) return false;
  return ['unreachable', 'connection-lost', 'upstream-failure'].includes(
    error.because,
  );
}
