import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type {
  LogFollowRequest,
  LogReader,
  LogTextRequest,
} from '../logs/LogReader';
import type { RunRef } from '../logs/runs/RunRef';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { Unavailable } from '../service/errors/Unavailable';
import type {
  ObjectOwners,
  OwnedObject,
} from '../service/objects/ObjectOwners';
import type { Sight } from '../service/Sight';
import type { Subject } from '../service/Subject';
import { metaOf } from '../stages/metaOf';
import type { Caller } from './Caller';
import { LogsDenied } from './LogsDenied';
import type { Sights } from './Sights';
import { whileAllowed } from './whileAllowed';

interface ArchivedRunLogs {
  readonly logs: LogReader<Sight, RunRef>;
  subject(run: RunRef, as: Sight): Promise<Subject | undefined>;
}

interface Allowed {
  readonly sight: Sight;
  readonly logs: LogReader<Sight, RunRef>;
  readonly of: RunRef;
}

/**
 * Logs of runs for those who may see the workload that owns the run, and read its logs. Denied and absent are the same
 * answer; a caller who can see nothing in the namespace does not even make us ask the cluster.
 */
export class AuthorizedRunLogReader implements LogReader<Caller, RunRef> {
  constructor(
    private readonly options: {
      readonly inner: LogReader<Sight, RunRef>;
      readonly owners: Pick<ObjectOwners, 'find'>;
      /** Runs that are not there any more: whose they were, and their logs. */
      readonly archived?: ArchivedRunLogs | undefined;
      readonly sights: Pick<Sights, 'of'>;
      readonly clock: Pick<Clock, 'sleep'>;
    },
  ) {}

  async text(
    run: RunRef,
    request: LogTextRequest,
    as: Caller,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { logs, of, sight } = await this.#allowed(run, as);
    return logs.text(of, request, sight);
  }

  async follow(
    run: RunRef,
    request: LogFollowRequest,
    as: Caller,
  ): Promise<AsyncIterable<LogMessage>> {
    const { logs, of, sight } = await this.#allowed(run, as);
    const messages = await logs.follow(of, request, sight);
    const { clock } = this.options;
    return whileAllowed(messages, () => this.#allowed(run, as), clock);
  }

  /** What is there is read as that very object; what is not, out of the archive alone. */
  async #allowed(run: RunRef, as: Caller): Promise<Allowed> {
    const { archived, inner, sights } = this.options;
    const { resource, ...ref } = run;
    const sight = await sights.of(as);
    if (!sight.mayLookAt(ref.cluster, ref.namespace)) {
      throw new NoSuchObject(resource, ref);
    }
    const { found, failure } = await this.#find(run, sight);
    const subject = found?.subject ?? (await archived?.subject(run, sight));
    if (!subject || !sight.sees(subject)) {
      throw failure ?? new NoSuchObject(resource, ref);
    }
    if (!sight.seesLogs(subject)) throw new LogsDenied('run');
    if (found || !archived) {
      const uid = metaOf(found?.raw)?.uid;
      return { sight, logs: inner, of: { ...run, uid } };
    }
    return { sight, logs: archived.logs, of: run };
  }

  /** A cluster that cannot be asked says nothing; the archive may. */
  async #find(
    { resource, ...ref }: RunRef,
    sight: Sight,
  ): Promise<{ found?: OwnedObject | undefined; failure?: Unavailable }> {
    try {
      const { owners } = this.options;
      return { found: await owners.find({ ref, resource, keep: [] }, sight) };
    } catch (error) {
      if (
        error instanceof Unavailable &&
        error.problem.because === 'unreachable'
      ) {
        return { failure: error };
      }
      throw error;
    }
  }
}
