import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FixtureApi } from '../../src/testing/FixtureApi';
import {
  failedBuild,
  failedLog,
  imageProviderOf,
  paymentsHistory,
  rowOf,
  runningBuild,
  succeededBuild,
} from '../../src/testing/buildFixtures';
import { colourfulLines } from './colourfulLines';
import { everyColour } from './everyColour';
import { logStates, type LogStateStory } from './logStates';

const LONG = 100_000;
const MILLION = 1_000_000;
const MESSAGE = 2_000;

/** Builds and logs for the stories, by the name of their workload. */
export function storyApi(): FixtureApi {
  const api = new FixtureApi();
  const at = (name: string) => ({
    cluster: 'build',
    namespace: 'storefront',
    name,
  });
  const long = { ...succeededBuild, ref: at('long-build-1'), image: 'long' };
  const million = {
    ...succeededBuild,
    ref: at('million-build-1'),
    image: 'million',
  };
  const colours = {
    ...succeededBuild,
    ref: at('colours-build-1'),
    image: 'colours',
  };
  const stories = {
    payments: succeededBuild,
    returns: failedBuild,
    running: { ...runningBuild, ref: at('running-build-7'), image: 'running' },
    long,
    million,
    colours,
  };
  const inStates = Object.entries(logStates).map(
    ([name, { build }]) =>
      [
        name,
        { ...build, ref: at(`${name}-build-1`), image: `${name}-image` },
      ] as const,
  );
  for (const [name, build] of [...Object.entries(stories), ...inStates]) {
    const ref = at(name);
    api.show(
      { type: 'stage', ref, stage: 'image-provider' },
      imageProviderOf(build),
    );
    api.show({ type: 'build', ref: build.ref }, build);
    api.show(
      { type: 'builds', ref: at(build.image ?? '') },
      {
        ...paymentsHistory,
        builds: [rowOf(build), ...paymentsHistory.builds.slice(1)],
      },
    );
  }
  api.logs = { build: failedLog };
  api.logMessages = (build, { from }, signal) => {
    const state = logStates[build.name.replace(/-build-1$/, '')];
    if (state) return logInState(state, from !== undefined, signal);
    if (build.name === 'long-build-1') return longLog(LONG);
    if (build.name === 'million-build-1') return longLog(MILLION);
    if (build.name === 'colours-build-1') return wholeLog(everyColour());
    if (build.name === 'running-build-7') return endlessLog(signal);
    return wholeLog(failedLog);
  };
  return api;
}

function lines(text: string, from: number): LogMessage {
  const start = Date.parse('2026-11-22T21:21:28Z') + from * 7;
  const times = text
    .split('\n')
    .map((_, n) => new Date(start + n * 7).toISOString());
  return { type: 'lines', step: 'build', text, times, cursor: `${from}` };
}

function* wholeLog(text: string): Generator<LogMessage> {
  yield lines(text.trimEnd(), 0);
  yield { type: 'step-end', step: 'build' };
  yield { type: 'end', resume: false };
}

function* longLog(count: number): Generator<LogMessage> {
  for (let from = 0; from < count; from += MESSAGE)
    yield lines(colourfulLines(from, MESSAGE), from);
  yield { type: 'step-end', step: 'build' };
  yield { type: 'end', resume: false };
}

async function* logInState(
  { messages, isLive = false }: LogStateStory,
  isResumed: boolean,
  signal: AbortSignal,
): AsyncGenerator<LogMessage> {
  yield* messages.filter(({ type }) => !isResumed || type !== 'lines');
  if (isLive)
    await new Promise(resolve => signal.addEventListener('abort', resolve));
}

async function* endlessLog(signal: AbortSignal): AsyncGenerator<LogMessage> {
  yield lines(colourfulLines(0, 200), 0);
  yield { type: 'gap', step: 'build', says: 'the node was away for 3 s' };
  for (let from = 200; !signal.aborted; from += 1) {
    await new Promise(resolve => {
      setTimeout(resolve, 250);
    });
    yield lines(colourfulLines(from, 1), from);
  }
}
