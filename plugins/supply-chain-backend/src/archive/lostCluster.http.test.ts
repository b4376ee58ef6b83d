import {
  clustersAnswerSchema,
  logMessageSchema,
  type BuildView,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { ndjson } from '../testing/ndjson';
import { startArchived, until, type Archived } from './testing/startArchived';

jest.setTimeout(120_000);

/** Milliseconds: a reader that had to find out by itself that a cluster is gone would wait for a minute. */
const SOON_MS = 50_000;

let chain: Archived;
beforeAll(async () => {
  chain = await startArchived({ demo: { speed: 20 } });
});
afterAll(() => chain.stop());
afterEach(revive);

function die(): void {
  chain.demo.build.faults.set({ dead: true });
  chain.demo.build.faults.endWatchesNow();
}

function revive(): void {
  chain.demo.build.faults.reset();
  chain.demo.build.faults.endWatchesNow();
}

/** All that is watched of it: one kind alone may fail a moment before the others. */
async function isKnown(state: 'down' | 'fresh'): Promise<boolean> {
  const answer = await (await chain.fetch('/v1/clusters')).json();
  const { clusters } = clustersAnswerSchema.parse(answer);
  const build = clusters.find(({ name }) => name === 'build');
  return build?.kinds.every(kind => kind.state === state) ?? false;
}

/** One that has succeeded, all of it archived. */
async function archivedBuild(): Promise<BuildView> {
  await until(() => isKnown('fresh'));
  const [build] = (await chain.withPods()).filter(
    ({ phase }) => phase.kind === 'succeeded',
  );
  if (!build) throw new Error('No build has succeeded');
  await chain.settled([build]);
  return build;
}

/** Each line with its time, as the cluster itself has it. */
async function linesAt(build: BuildView, step: string): Promise<string[]> {
  const bytes = await chain.kubectl(build, step, '&timestamps=true');
  return String(bytes).replace(/\n$/, '').split('\n');
}

const linesOf = (messages: readonly LogMessage[], step: string) =>
  messages.flatMap(each =>
    each.type === 'lines' && each.step === step
      ? each.text.split('\n').map((line, n) => `${each.times[n]} ${line}`)
      : [],
  );

const archivedIn = (messages: readonly LogMessage[]) =>
  messages.filter(({ type }) => type === 'archived');

const note = (step: string) => ({
  ...{ type: 'archived', step, at: expect.any(String) },
  completeness: { kind: 'complete' },
  ...{ because: 'cluster-unreachable', cluster: 'build' },
});

/** Follows a log, and does something as soon as a message says so. */
async function follow(
  build: BuildView,
  query: string,
  then: (messages: readonly LogMessage[]) => void = () => {},
): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  const path = chain.logsPath(build, `?follow${query}`);
  for await (const message of ndjson(await chain.fetch(path))) {
    messages.push(logMessageSchema.parse(message));
    then(messages);
  }
  return messages;
}

it(
  'a log goes on out of the archive when its cluster dies in the middle of it: no line lost, none twice',
  async () => {
    const build = await archivedBuild();
    const lines = await linesAt(build, 'build');
    expect(lines.length).toBeGreaterThan(20);
    chain.demo.build.faults.set({ slowLogBytesPerSecond: 200 });
    let toldBefore = 0;
    const messages = await follow(build, '&step=build', told => {
      if (toldBefore > 0 || linesOf(told, 'build').length === 0) return;
      toldBefore = linesOf(told, 'build').length;
      die();
    });
    expect(toldBefore).toBeLessThan(lines.length);
    expect(linesOf(messages, 'build')).toEqual(lines);
    expect(archivedIn(messages)).toEqual([note('build')]);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
  },
  SOON_MS,
);

it(
  'a log of a cluster that is known to be dead is read from the archive, and the cluster is not asked',
  async () => {
    const build = await archivedBuild();
    const steps = build.steps.filter(hasLog).map(({ name }) => name);
    const text = await chain.kubectl(build, 'export');
    const lines = await linesAt(build, 'export');
    die();
    await until(() => isKnown('down'));
    const asked = chain.upstream.length;
    const messages = await chain.follow(build);
    expect(linesOf(messages, 'export')).toEqual(lines);
    expect(archivedIn(messages)).toEqual(steps.map(note));
    const ours = await chain.bytes(chain.logsPath(build, '?step=export'));
    expect(ours.equals(text)).toBe(true);
    const since = chain.upstream.slice(asked).map(({ path }) => path);
    expect(
      since.filter(path => path.includes(`/${build.pod?.name}/log?`)),
    ).toEqual([]);
  },
  SOON_MS,
);

it('of a build that goes on what is archived is told while its cluster is dead, and the rest when it is back', async () => {
  const before = await archivedBuild();
  const { namespace = '', name = '' } = before.workload ?? {};
  const known = new Set((await chain.withPods()).map(({ ref }) => ref.name));
  const pushed = chain.demo.world.push(`${namespace}/${name}`);
  let build: BuildView | undefined;
  let archived: string[] = [];
  await until(async () => {
    build = (await chain.withPods()).find(({ ref }) => !known.has(ref.name));
    archived = build
      ? await chain.database
          .client('archived_logs')
          .where({ uid: chain.uid(build) })
          .pluck('container')
      : [];
    return archived.length >= 2;
  });
  if (!build) throw new Error('The push made no build');
  die();
  await until(() => isKnown('down'));
  let isBack = false;
  const messages = await follow(build, '', told => {
    if (isBack || archivedIn(told).length < 2) return;
    isBack = true;
    revive();
  });
  await pushed;
  await until(() => isKnown('fresh'));
  expect(isBack).toBe(true);
  expect(archivedIn(messages)[0]).toEqual(note(build.steps[0]?.name ?? ''));
  expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
  for (const step of build.steps) {
    const lines = linesOf(messages, step.name);
    expect([step.name, lines]).toEqual([
      step.name,
      lines.length > 0 ? await linesAt(build, step.name) : [],
    ]);
  }
});
