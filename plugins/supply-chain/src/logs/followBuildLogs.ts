import type { LiveEnvironment } from '../api/LiveEnvironment';
import type { LogSource } from '../api/LogSource';
import type { SupplyChainApi } from '../api/SupplyChainApi';
import {
  SupplyChainError,
  type SupplyChainErrorCode,
} from '../api/SupplyChainError';
import { sleep } from '../api/sleep';
import { asFailure } from './asFailure';
import type { BuildLogs } from './BuildLogs';

/** ms. The server sends a heartbeat every 15 s: two and a half of them missing is a dead connection. */
export const SILENCE = 40_000;

/** ms of work on what came at once before the browser gets its turn: the rest of a frame is for drawing. */
const SLICE = 10;

/** ms, first and longest wait before the next attempt; doubled in between, each with jitter. */
const BACKOFF = { from: 500, to: 15_000 } as const;

/** Asking again will not help. */
const FINAL: ReadonlySet<SupplyChainErrorCode> = new Set([
  'not-found',
  'invalid-request',
  'unauthenticated',
  'denied',
  'cluster-denied',
  'cluster-sign-in',
  'kind-absent',
  'logs-gone',
  'conflict',
  'unreadable',
]);

export type FollowDeps = {
  api: Pick<SupplyChainApi, 'followLogs'>;
  environment: Pick<LiveEnvironment, 'after' | 'now' | 'random'>;
};

/**
 * Brings the logs of a build or a run into `logs` until all is there, resuming after the last line when the connection breaks.
 * Never throws: what goes wrong is in `logs.connection`. Ends when aborted, too; called again it goes on from there.
 */
export async function followBuildLogs(
  source: LogSource,
  logs: BuildLogs,
  { api, environment }: FollowDeps,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    // Without a cursor nobody knows where to go on: begin again rather than show lines twice.
    if (logs.cursor === undefined && !logs.isEmpty) logs.restart();
    const end = await connectOnce(source, logs, { api, environment }, signal);
    if (signal.aborted) return;
    if (end.kind === 'complete') {
      logs.setConnection({ state: 'done' });
      return;
    }
    if (end.kind === 'broken' && FINAL.has(end.error.code)) {
      logs.setConnection({ state: 'failed', error: end.error });
      return;
    }
    failures = end.heard ? 0 : failures + 1;
    if (end.kind === 'resume' && end.heard && !end.error) continue;
    logs.setConnection(
      end.error?.code === 'too-many-requests'
        ? { state: 'busy', error: end.error }
        : { state: 'reconnecting' },
    );
    await sleep(environment, backoff(failures, environment), signal);
  }
}

type ConnectionEnd = { heard: boolean } & (
  | { kind: 'complete' }
  | { kind: 'resume'; error: SupplyChainError | undefined }
  | { kind: 'broken'; error: SupplyChainError }
);

async function connectOnce(
  source: LogSource,
  logs: BuildLogs,
  { api, environment }: FollowDeps,
  signal: AbortSignal,
): Promise<ConnectionEnd> {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener('abort', abort);
  let cancel = environment.after(SILENCE, abort);
  let heard = false;
  let said: SupplyChainError | undefined;
  let turn = environment.now();
  try {
    const from = logs.cursor;
    const request = from === undefined ? {} : { from };
    for await (const message of api.followLogs(source, request, own.signal)) {
      cancel();
      cancel = environment.after(SILENCE, abort);
      if (message.type === 'end') {
        if (message.resume) return { kind: 'resume', heard, error: said };
        if (!said) return { kind: 'complete', heard };
        break;
      }
      if (message.type === 'error' && message.step === undefined) {
        said = asFailure(message.error);
        continue;
      }
      if (message.type === 'lines') heard = true;
      logs.accept(message);
      logs.setConnection({ state: 'live' });
      // A hundred thousand lines that come at once would hold up the page until the last one.
      if (environment.now() - turn > SLICE) {
        await sleep(environment, 0, own.signal);
        turn = environment.now();
      }
    }
  } catch (error) {
    said = error instanceof SupplyChainError ? error : said;
  } finally {
    cancel();
    signal.removeEventListener('abort', abort);
    own.abort();
  }
  return { kind: 'broken', heard, error: said ?? BROKEN_OFF };
}

const BROKEN_OFF = new SupplyChainError('network', 'The log broke off');

function backoff(
  failures: number,
  environment: Pick<LiveEnvironment, 'random'>,
): number {
  const full = Math.min(BACKOFF.to, BACKOFF.from * 2 ** failures);
  return full / 2 + (full / 2) * environment.random();
}
