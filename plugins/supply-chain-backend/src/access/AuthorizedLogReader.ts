import type {
  LogMessage,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type {
  LogFollowRequest,
  LogReader,
  LogTextRequest,
} from '../logs/LogReader';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import { AUTHORISE_MS } from './AUTHORISE_MS';
import type { Caller } from './Caller';
import { LogsDenied } from './LogsDenied';
import { Rounds } from './Rounds';
import type { Sights } from './Sights';

/** Logs for those who may see the build and read its logs. A log that is followed is authorised again while it is told. */
export class AuthorizedLogReader implements LogReader<Caller> {
  constructor(
    private readonly options: {
      readonly inner: LogReader<Sight>;
      readonly subjects: Subjects;
      readonly sights: Pick<Sights, 'of'>;
      readonly clock: Pick<Clock, 'sleep'>;
    },
  ) {}

  async text(
    build: ObjectRef,
    request: LogTextRequest,
    as: Caller,
  ): Promise<AsyncIterable<Uint8Array>> {
    const sight = await this.#allowed(build, as);
    return this.options.inner.text(build, request, sight);
  }

  async follow(
    build: ObjectRef,
    request: LogFollowRequest,
    as: Caller,
  ): Promise<AsyncIterable<LogMessage>> {
    const sight = await this.#allowed(build, as);
    const messages = await this.options.inner.follow(build, request, sight);
    return this.#whileAllowed(messages, build, as);
  }

  /** Checked over and over while the log is told, and as often while it is silent. */
  async *#whileAllowed(
    messages: AsyncIterable<LogMessage>,
    build: ObjectRef,
    as: Caller,
  ): AsyncGenerator<LogMessage> {
    const life = new AbortController();
    const checks = new Rounds(this.options.clock, AUTHORISE_MS, life.signal);
    const iterator = messages[Symbol.asyncIterator]();
    try {
      for (let next = iterator.next(); ; ) {
        const told = await checks.before(next);
        if (told === 'due') {
          await this.#allowed(build, as);
          continue;
        }
        if (told.done) return;
        yield told.value;
        next = iterator.next();
      }
    } finally {
      life.abort();
      // Not awaited: it may be waiting for its upstream, which the caller's signal ends.
      void Promise.resolve(iterator.return?.()).catch(() => {});
    }
  }

  async #allowed(build: ObjectRef, as: Caller): Promise<Sight> {
    const { sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find('Build', build, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent('Build', build, sight);
    }
    if (!sight.seesLogs(subject)) throw new LogsDenied();
    return sight;
  }
}
