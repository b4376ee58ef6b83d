import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../../clock/FakeClock';
import { LogsGone } from '../../logs/errors/LogsGone';
import { FollowStream } from './FollowStream';

const ref = { cluster: 'build', namespace: 'shop', name: 'payments-build-1' };
const line = (text: string): LogMessage => ({
  type: 'lines',
  step: 'build',
  text,
  times: ['2026-11-22T21:00:00Z'],
  cursor: 'build~2026-11-22T21:00:00Z~1',
});

function setUp(messages: () => AsyncIterable<LogMessage>) {
  const clock = new FakeClock();
  const sent: LogMessage[] = [];
  const leaving = new AbortController();
  const shutdown = new AbortController();
  const ended = new FollowStream({
    clock,
    write: async message => {
      sent.push(message);
    },
    reportUnexpected: error => {
      throw error;
    },
  }).run(messages(), clock.now() + 600_000, leaving.signal, shutdown.signal);
  return { clock, sent, leaving, shutdown, ended };
}

async function* silence(): AsyncGenerator<LogMessage> {
  yield line('one');
  await new Promise(() => {});
}

describe('a log that is told', () => {
  it('ends as it says itself', async () => {
    const { sent, ended } = setUp(async function* all() {
      yield line('one');
      yield { type: 'end', resume: false };
    });
    expect(await ended).toEqual({ type: 'end', resume: false });
    expect(sent).toEqual([line('one')]);
  });

  it('beats while it is silent', async () => {
    const { clock, sent } = setUp(silence);
    await clock.advance(31_000);
    expect(sent.map(({ type }) => type)).toEqual([
      'lines',
      'heartbeat',
      'heartbeat',
    ]);
  });

  it('asks to come back when its time is over or the backend stops', async () => {
    const over = setUp(silence);
    await over.clock.advance(600_000);
    expect(await over.ended).toEqual({ type: 'end', resume: true });
    expect(over.clock.waits).toEqual([]);
    const stopped = setUp(silence);
    await stopped.clock.advance(1);
    stopped.shutdown.abort();
    expect(await stopped.ended).toEqual({ type: 'end', resume: true });
    expect(stopped.clock.waits).toEqual([]);
  });

  it('is silent to whom it has left', async () => {
    const { clock, leaving, ended } = setUp(silence);
    await clock.advance(1);
    leaving.abort();
    expect(await ended).toBeUndefined();
    expect(clock.waits).toEqual([]);
  });

  it('says what went wrong, and not to come back for what is gone', async () => {
    const { sent, ended } = setUp(async function* gone() {
      yield line('one');
      throw new LogsGone(ref);
    });
    expect(await ended).toEqual({ type: 'end', resume: false });
    expect(sent.at(-1)).toMatchObject({
      type: 'error',
      error: { code: 'logs-gone' },
    });
  });
});
