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
import type { Caller } from './Caller';
import { LogsDenied } from './LogsDenied';
import { SIGHT_GOOD_MS, type Sights } from './Sights';

/** Logs for those who may see the build and read its logs. A log that is followed is authorised again while it is told. */
export class AuthorizedLogReader implements LogReader<Caller> {
  constructor(
    private readonly options: {
      readonly inner: LogReader<Sight>;
      readonly subjects: Subjects;
      readonly sights: Sights;
      readonly clock: Pick<Clock, 'now'>;
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

  /** Asked with each message, answered from what is known for as long as that is good: silence tells nothing. */
  async *#whileAllowed(
    messages: AsyncIterable<LogMessage>,
    build: ObjectRef,
    as: Caller,
  ): AsyncGenerator<LogMessage> {
    const { clock } = this.options;
    let checkedAt = clock.now();
    for await (const message of messages) {
      if (clock.now() - checkedAt >= SIGHT_GOOD_MS) {
        await this.#allowed(build, as);
        checkedAt = clock.now();
      }
      yield message;
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
