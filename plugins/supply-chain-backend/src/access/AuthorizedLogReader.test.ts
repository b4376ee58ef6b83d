import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../clock/FakeClock';
import type { LogReader } from '../logs/LogReader';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import { AuthorizedLogReader } from './AuthorizedLogReader';
import type { Caller } from './Caller';
import { LogsDenied } from './LogsDenied';
import { Sights } from './Sights';

const SECOND = 1_000;
/** What the issue of this plugin promises of a right that is taken away. */
const PROMISED_MS = 60 * SECOND;

const build = { cluster: 'build', namespace: 'shop', name: 'payments-build-1' };
const line = (text: string): LogMessage => ({
  ...{ type: 'lines', step: 'build', text, times: [], cursor: text },
});

/** A log that says what it is told to, and knows whether somebody reads it. */
class Spoken implements AsyncIterable<LogMessage> {
  left = false;
  readonly #messages: LogMessage[] = [];
  #wake: () => void = () => {};

  say(message: LogMessage): void {
    this.#messages.push(message);
    this.#wake();
  }

  async *[Symbol.asyncIterator]() {
    try {
      for (;;) {
        const message = this.#messages.shift();
        if (message) yield message;
        else
          await new Promise<void>(resolve => {
            this.#wake = resolve;
          });
      }
    } finally {
      this.left = true;
    }
  }
}

function setUp() {
  const clock = new FakeClock();
  const spoken = new Spoken();
  const denied = new Set<string>();
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async asked =>
      asked.map(({ permission }) => ({
        result: denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const inner: LogReader<Sight> = {
    text: async () => {
      throw new Error('Nobody asks for text here');
    },
    follow: async () => spoken,
  };
  const subjects: Subjects = {
    find: async () => ({
      ...{ kind: 'Workload', cluster: 'build', namespace: 'shop' },
      ...{ name: 'payments', labels: {} },
    }),
    absent: (kind, ref) => new NoSuchObject(kind, ref),
  };
  const sights = new Sights({
    ...{ permissions, clock },
    registry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () => ({
        getRuleByName: name => {
          throw new Error(`No condition names ${name}`);
        },
      }),
    }),
    owners: { load: async () => () => [] },
  });
  const as: Caller = {
    credentials: mockCredentials.user(),
    signal: new AbortController().signal,
  };
  const reader = new AuthorizedLogReader({ inner, subjects, sights, clock });
  const follow = async () =>
    (await reader.follow(build, {}, as))[Symbol.asyncIterator]();
  return { clock, spoken, denied, permissions, follow };
}

/** Milliseconds, by the clock, until it is refused. */
async function untilRefused(
  clock: FakeClock,
  next: Promise<unknown>,
): Promise<{ ms: number; error: unknown }> {
  const from = clock.now();
  let error: unknown;
  next.catch((thrown: unknown) => {
    error = thrown;
  });
  while (error === undefined && clock.now() - from < 5 * PROMISED_MS) {
    await clock.advance(SECOND);
  }
  return { ms: clock.now() - from, error };
}

describe('a log that is followed', () => {
  it('is told as long as it may be read, however many rounds pass over it', async () => {
    const { clock, spoken, follow, permissions } = setUp();
    const log = await follow();
    for (let round = 0; round < 4; round += 1) {
      const next = log.next();
      await clock.advance(PROMISED_MS);
      spoken.say(line(`line ${round}`));
      expect(await next).toEqual({ done: false, value: line(`line ${round}`) });
    }
    expect(permissions.authorizeConditional.mock.calls.length).toBeGreaterThan(
      4,
    );
  });

  // At any moment between two rounds, also right after one.
  it.each([0, 1, 9, 10, 11, 39, 40, 41, 49, 50, 51, 75, 99, 100, 101])(
    'ends within a minute of the right being taken away after %d s, although it says nothing',
    async after => {
      const { clock, denied, follow } = setUp();
      const next = (await follow()).next();
      await clock.advance(after * SECOND);
      denied.add('supply-chain.read');
      const { ms, error } = await untilRefused(clock, next);
      expect(ms).toBeLessThanOrEqual(PROMISED_MS);
      // As for a build that is not there.
      expect(error).toEqual(new NoSuchObject('Build', build));
    },
  );

  it('ends as fast while it never stops talking', async () => {
    const { clock, spoken, denied, follow } = setUp();
    const log = await follow();
    await clock.advance(SECOND);
    denied.add('supply-chain.read');
    const from = clock.now();
    const readAll = async () => {
      for (;;) await log.next();
    };
    const reading = readAll();
    let ended = false;
    reading.catch(() => {
      ended = true;
    });
    while (!ended && clock.now() - from < 5 * PROMISED_MS) {
      spoken.say(line('and on'));
      await clock.advance(SECOND);
    }
    expect(clock.now() - from).toBeLessThanOrEqual(PROMISED_MS);
  });

  it('tells who may still see the build that its log is what they may not read', async () => {
    const { clock, denied, follow } = setUp();
    const next = (await follow()).next();
    denied.add('supply-chain.logs.read');
    const { ms, error } = await untilRefused(clock, next);
    expect(ms).toBeLessThanOrEqual(PROMISED_MS);
    expect(error).toBeInstanceOf(LogsDenied);
  });

  it('leaves its upstream and no timer when the reader leaves', async () => {
    const { clock, spoken, follow } = setUp();
    const log = await follow();
    const next = log.next();
    spoken.say(line('first'));
    await next;
    await log.return?.();
    await clock.settle();
    expect(spoken.left).toBe(true);
    expect(clock.waits).toEqual([]);
  });
});
