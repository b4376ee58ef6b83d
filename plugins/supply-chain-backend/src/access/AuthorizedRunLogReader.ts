import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type {
  LogFollowRequest,
  LogReader,
  LogTextRequest,
} from '../logs/LogReader';
import type { RunRef } from '../logs/runs/RunRef';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { ObjectOwners } from '../service/objects/ObjectOwners';
import type { Sight } from '../service/Sight';
import type { Caller } from './Caller';
import { LogsDenied } from './LogsDenied';
import type { Sights } from './Sights';
import { whileAllowed } from './whileAllowed';

/**
 * Logs of runs for those who may see the workload that owns the run, and read its logs. Denied and absent are the same
 * answer; a caller who can see nothing in the namespace does not even make us ask the cluster.
 */
export class AuthorizedRunLogReader implements LogReader<Caller, RunRef> {
  constructor(
    private readonly options: {
      readonly inner: LogReader<Sight, RunRef>;
      readonly owners: Pick<ObjectOwners, 'find'>;
      readonly sights: Pick<Sights, 'of'>;
      readonly clock: Pick<Clock, 'sleep'>;
    },
  ) {}

  async text(
    run: RunRef,
    request: LogTextRequest,
    as: Caller,
  ): Promise<AsyncIterable<Uint8Array>> {
    const sight = await this.#allowed(run, as);
    return this.options.inner.text(run, request, sight);
  }

  async follow(
    run: RunRef,
    request: LogFollowRequest,
    as: Caller,
  ): Promise<AsyncIterable<LogMessage>> {
    const { clock, inner } = this.options;
    const sight = await this.#allowed(run, as);
    const messages = await inner.follow(run, request, sight);
    return whileAllowed(messages, () => this.#allowed(run, as), clock);
  }

  async #allowed({ resource, ...ref }: RunRef, as: Caller): Promise<Sight> {
    const { owners, sights } = this.options;
    const sight = await sights.of(as);
    if (!sight.mayLookAt(ref.cluster, ref.namespace)) {
      throw new NoSuchObject(resource, ref);
    }
    const found = await owners.find({ ref, resource, keep: [] }, sight);
    if (!found || !sight.sees(found.subject)) {
      throw new NoSuchObject(resource, ref);
    }
    if (!sight.seesLogs(found.subject)) throw new LogsDenied('run');
    return sight;
  }
}
