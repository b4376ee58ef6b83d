import { setTimeout as wait } from 'node:timers/promises';
import { SystemClock } from '../../clock/SystemClock';
import { ContainerLogs } from '../ContainerLogs';
import { StepMessages } from '../StepMessages';
import { TARGET } from './oneStepBuild';

/**
 * A process of its own: a container that writes a gigabyte as fast as it is read, and one viewer who takes 10 KB a second.
 * Prints how much memory that took beyond the beginning, how much was read and what the viewer was told.
 */
const GIGABYTE = 1024 * 1024 * 1024;
const RATE = 10_000;

const line = `2026-11-22T21:28:40.123456789Z ${'é and x '.repeat(12)}\n`;
const chunk = Buffer.from(line.repeat(500));

async function main(): Promise<void> {
  let read = 0;
  const states = {
    of: () => 'running' as const,
    uid: () => TARGET.uid,
    onChange: () => () => undefined,
  };
  async function* gigabyte(signal: AbortSignal) {
    while (read < GIGABYTE) {
      signal.throwIfAborted();
      read += chunk.length;
      yield chunk;
      // As a socket: each chunk is an event of its own.
      await new Promise(setImmediate);
    }
  }
  const containers = new ContainerLogs({
    api: { log: async (_, signal) => gigabyte(signal) },
    ...{ states, clock: new SystemClock(), random: Math.random },
    // Half a minute is what a cluster waits; the test does not need to.
    pauseMs: 1_000,
    limits: {
      each: { bytes: 2 * GIGABYTE, lines: 1e9, seconds: 3_600 },
      ...{ containers: 10, heldBytes: 256 * 1024 * 1024 },
    },
  });
  const before = memory();
  let most = before;
  let pausedAt = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memory());
    pausedAt ||= read;
  }, 100);
  const leaving = new AbortController();
  const { log, release } = containers.open(TARGET);
  const messages = new StepMessages(TARGET.container, undefined);
  const gaps: number[] = [];
  let taken = 0;
  for await (const batch of log.entries(undefined, leaving.signal)) {
    for (const message of messages.of(batch)) {
      if (message.type === 'gap') gaps.push(message.lines ?? 0);
      taken += JSON.stringify(message).length;
    }
    // A viewer that is behind is behind: once all is written it need not read the rest.
    if (read >= GIGABYTE && gaps.length > 0) break;
    const millis = (JSON.stringify(batch).length / RATE) * 1_000;
    const until = Date.now() + millis;
    while (Date.now() < until && read < GIGABYTE) await wait(50);
  }
  clearInterval(watch);
  release();
  await containers.stop();
  process.stdout.write(
    `${JSON.stringify({
      extra: most - before,
      read,
      taken,
      gaps,
      pausedAt,
    })}\n`,
  );
}

function memory(): number {
  return process.memoryUsage().rss;
}

void main();
