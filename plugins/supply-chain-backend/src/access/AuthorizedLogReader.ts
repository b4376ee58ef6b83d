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
import type { Sights } from './Sights';
import { whileAllowed } from './whileAllowed';

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
    const check = () => this.#allowed(build, as);
    return whileAllowed(messages, check, this.options.clock);
  }

  async #allowed(build: ObjectRef, as: Caller): Promise<Sight> {
    const { sights, subjects } = this.options;
    const sight = await sights.of(as);
    const subject = await subjects.find('Build', build, sight);
    if (!subject || !sight.sees(subject)) {
      throw subjects.absent('Build', build, sight);
    }
    if (!sight.seesLogs(subject)) throw new LogsDenied('build');
    return sight;
  }
}
