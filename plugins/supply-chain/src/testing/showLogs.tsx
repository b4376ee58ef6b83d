import type {
  BuildView,
  LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { StorageApi } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { LogsTab } from '../logs/LogsTab';
import { failedLog } from './buildFixtures';
import { FixtureApi } from './FixtureApi';
import { renderWithApi } from './renderWithApi';

export const END: LogMessage = { type: 'end', resume: false };

/** A message with lines of a step, all of one time. */
export const lines = (step: string, text: string): LogMessage => ({
  type: 'lines',
  step,
  text,
  times: text.split('\n').map(() => '2026-11-22T21:21:28.051322999Z'),
  cursor: 'c',
});

/** A whole log of step `build`. */
export const whole = (text: string): LogMessage[] => [
  lines('build', text.trimEnd()),
  { type: 'step-end', step: 'build' },
  END,
];

/** `line 3` to `line 9`, the last one left out. */
export const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `line ${from + n}`).join('\n');

/** A log that comes when the test says so. */
export function script() {
  const waiting: LogMessage[] = [];
  const bell = new EventTarget();
  return {
    say: (...messages: LogMessage[]) =>
      act(async () => {
        waiting.push(...messages);
        bell.dispatchEvent(new Event('ring'));
      }),
    messages: async function* follow(
      _b: unknown,
      _r: unknown,
      signal: AbortSignal,
    ) {
      while (!signal.aborted) {
        yield* waiting.splice(0);
        await new Promise<void>(resolve => {
          bell.addEventListener('ring', () => resolve(), { once: true });
          signal.addEventListener('abort', () => resolve());
        });
      }
    },
  };
}

/** The logs of a build on screen. */
export function showLogs(
  build: BuildView,
  messages: FixtureApi['logMessages'],
  at = '/?tab=logs',
  storage: StorageApi = mockApis.storage(),
): ReturnType<typeof renderWithApi> {
  const api = new FixtureApi();
  api.logMessages = messages;
  api.logs = { build: failedLog };
  return renderWithApi(api, <LogsTab build={build} />, at, storage);
}

export const logArea = () => screen.findByRole('log');
export const logRow = (number: number) =>
  document.querySelector(`[data-line="${number}"]`);
