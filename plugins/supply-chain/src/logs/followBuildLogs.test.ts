import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import type { LogRequest } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import { BuildLogs } from './BuildLogs';
import { plainText } from './engine/plainText';
import { followBuildLogs, SILENCE } from './followBuildLogs';

const BUILD = {
  kind: 'build' as const,
  ref: { cluster: 'build', namespace: 'dev', name: 'app-build-1' },
};
const END: LogMessage = { type: 'end', resume: false };

function lines(step: string, from: number, to: number) {
  const numbers = Array.from({ length: to - from }, (_, n) => from + n);
  return {
    type: 'lines' as const,
    step,
    text: numbers.map(n => `line ${n}`).join('\n'),
    times: [] as string[],
    cursor: `${step}~${to}`,
  };
}

/** A backend of scripts: one a connection, the last one for all that follow. */
function backend(...scripts: (LogMessage | Error)[][]) {
  const requests: LogRequest[] = [];
  return {
    requests,
    async *followLogs(_: unknown, request: LogRequest) {
      requests.push(request);
      const script = scripts[Math.min(requests.length, scripts.length) - 1];
      for (const each of script ?? []) {
        if (each instanceof Error) throw each;
        yield each;
      }
    },
  };
}

/** Waits end at once; watches for silence never do. */
function clock() {
  const waits: number[] = [];
  return {
    waits,
    now: () => 0,
    random: () => 1,
    after: (ms: number, then: () => void) => {
      if (ms === SILENCE) return () => {};
      waits.push(ms);
      const timer = setTimeout(then, 0);
      return () => clearTimeout(timer);
    },
  };
}

const newLogs = () => new BuildLogs(flush => flush());
const signal = new AbortController().signal;

function textOf(logs: BuildLogs, step: string) {
  const buffer = logs.of(step)?.buffer;
  return Array.from({ length: buffer?.lineCount ?? 0 }, (_, line) =>
    plainText(buffer?.line(line) ?? new Uint8Array()),
  );
}

describe('followBuildLogs', () => {
  it('lets the browser have its turn while much comes at once', async () => {
    const logs = newLogs();
    const messages = Array.from({ length: 100 }, (_, n) =>
      lines('build', n, n + 1),
    );
    const own = clock();
    let time = 0;
    const environment = { ...own, now: () => (time += 1) };
    const api = backend([...messages, END]);
    await followBuildLogs(BUILD, logs, { api, environment }, signal);
    expect(logs.of('build')?.buffer.lineCount).toBe(100);
    expect(own.waits.length).toBeGreaterThan(5);
    expect(new Set(own.waits)).toEqual(new Set([0]));
  });

  it('brings the logs of all steps and ends', async () => {
    const logs = newLogs();
    const api = backend([
      { type: 'steps', steps: [{ name: 'prepare', state: 'succeeded' }] },
      lines('prepare', 0, 2),
      { type: 'step-end', step: 'prepare' },
      { type: 'heartbeat' },
      lines('build', 0, 1),
      END,
    ]);
    await followBuildLogs(BUILD, logs, { api, environment: clock() }, signal);
    expect(textOf(logs, 'prepare')).toEqual(['line 0', 'line 1']);
    expect(textOf(logs, 'build')).toEqual(['line 0']);
    expect(logs.of('prepare')?.ended).toBe(true);
    expect(logs.steps).toHaveLength(1);
    expect(logs.connection).toEqual({ state: 'done' });
    expect(api.requests).toEqual([{}]);
  });

  it('loses no line and shows none twice, wherever the connection breaks', async () => {
    const breaks = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(breaks, async sizes => {
        let sent = 0;
        const scripts = sizes.map(size => {
          const message = lines('build', sent, (sent += size));
          const gone = new SupplyChainError('network', 'reset');
          return size % 2 ? [message, gone] : [message];
        });
        const api = backend(...scripts, [lines('build', sent, sent + 1), END]);
        const logs = newLogs();
        const deps = { api, environment: clock() };
        await followBuildLogs(BUILD, logs, deps, signal);
        expect(textOf(logs, 'build')).toEqual(
          Array.from({ length: sent + 1 }, (_, n) => `line ${n}`),
        );
        expect(api.requests.slice(1)).toEqual(
          sizes.map((_, n) => ({
            from: `build~${sizes.slice(0, n + 1).reduce((a, b) => a + b)}`,
          })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('comes back at once when the server asks for it', async () => {
    const environment = clock();
    const api = backend(
      [lines('build', 0, 1), { type: 'end', resume: true }],
      [lines('build', 1, 2), END],
    );
    const logs = newLogs();
    await followBuildLogs(BUILD, logs, { api, environment }, signal);
    expect(textOf(logs, 'build')).toHaveLength(2);
    expect(environment.waits).toEqual([]);
  });

  it('begins again where it has no cursor, rather than show lines twice', async () => {
    const first = { ...lines('build', 0, 3), cursor: '' };
    const api = backend(
      [first],
      [{ ...lines('build', 0, 4), cursor: '' }, END],
    );
    const logs = newLogs();
    const deps = { api, environment: clock() };
    await followBuildLogs(BUILD, logs, deps, signal);
    expect(textOf(logs, 'build')).toHaveLength(4);
    expect(api.requests).toEqual([{}, {}]);
  });

  it.each<[string, (LogMessage | Error)[]]>([
    ['answered', [new SupplyChainError('too-many-requests', 'close a tab')]],
    [
      'said in the stream',
      [
        lines('build', 0, 1),
        {
          type: 'error',
          error: {
            ...{ name: 'x', code: 'too-many-requests' },
            message: 'close a tab',
          },
        },
        { type: 'end', resume: true },
      ],
    ],
  ])(
    'calls it busy, and not lost, where too many logs are open: %s',
    async (_, refused) => {
      const logs = newLogs();
      const states: string[] = [];
      const says: unknown[] = [];
      logs.subscribe(() => {
        const { connection } = logs;
        states.push(connection.state);
        if (connection.state === 'busy') says.push(connection.error.message);
      });
      const environment = clock();
      const api = backend(refused, [lines('build', 1, 2), END]);
      await followBuildLogs(BUILD, logs, { api, environment }, signal);
      expect(states).toContain('busy');
      expect(says).toContain('close a tab');
      expect(states).not.toContain('reconnecting');
      expect(logs.connection).toEqual({ state: 'done' });
      expect(environment.waits).toHaveLength(1);
    },
  );

  it('waits longer and longer while nothing comes', async () => {
    const environment = clock();
    const down = [new SupplyChainError('network', 'down')];
    const api = backend(down, down, down, down, down, down, down, [END]);
    await followBuildLogs(BUILD, newLogs(), { api, environment }, signal);
    expect(environment.waits).toEqual([
      1000, 2000, 4000, 8000, 15000, 15000, 15000,
    ]);
  });

  it.each(['denied', 'logs-gone', 'not-found', 'cluster-denied'] as const)(
    'gives up on %s, thrown or said',
    async code => {
      for (const script of [
        [new SupplyChainError(code, 'no')],
        [
          { type: 'error', error: { name: 'x', message: 'no', code } },
          END,
        ] as LogMessage[],
      ]) {
        const logs = newLogs();
        const api = backend(script);
        const deps = { api, environment: clock() };
        await followBuildLogs(BUILD, logs, deps, signal);
        expect(logs.connection).toMatchObject({
          state: 'failed',
          error: { code },
        });
        expect(api.requests).toHaveLength(1);
      }
    },
  );

  it('keeps the error of one step with that step', async () => {
    const logs = newLogs();
    const error = { name: 'x', message: 'gone', code: 'logs-gone' as const };
    const api = backend([
      { type: 'error', step: 'prepare', error },
      lines('build', 0, 1),
      END,
    ]);
    const deps = { api, environment: clock() };
    await followBuildLogs(BUILD, logs, deps, signal);
    expect(logs.of('prepare')?.error?.code).toBe('logs-gone');
    expect(logs.connection).toEqual({ state: 'done' });
  });

  it('tells of a gap once, also when a resumed connection tells of it again', async () => {
    const gap: LogMessage = { type: 'gap', step: 'build', says: 'rotated' };
    const logs = newLogs();
    const api = backend(
      [lines('build', 0, 1), gap],
      [gap, lines('build', 1, 2), END],
    );
    const deps = { api, environment: clock() };
    await followBuildLogs(BUILD, logs, deps, signal);
    expect(logs.of('build')?.gaps.count).toBe(1);
  });

  it('ends with its signal, without a timer left, and takes a dead connection down', async () => {
    jest.useFakeTimers();
    const aborter = new AbortController();
    const signals: AbortSignal[] = [];
    const api = {
      async *followLogs(_: unknown, __: unknown, own: AbortSignal) {
        signals.push(own);
        await new Promise((_resolve, reject) => {
          own.addEventListener('abort', () => reject(new Error('aborted')));
        });
        yield END;
      },
    };
    const environment = {
      now: () => 0,
      random: () => 1,
      after: (ms: number, then: () => void) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    };
    const done = followBuildLogs(
      BUILD,
      newLogs(),
      { api, environment },
      aborter.signal,
    );
    await jest.advanceTimersByTimeAsync(SILENCE + 2000);
    expect(signals.map(each => each.aborted)).toEqual([true, false]);
    aborter.abort();
    await done;
    expect(signals.every(each => each.aborted)).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
