import {
  buildViewSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { recording } from '../model/testing/recording';
import { readEvent } from '../model/objects/readEvent';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(60_000);

/** The recorded build whose pod waits for ever for a secret. */
const STUCK = '/v1/builds/build/dev/billing-build-3';

describe('a build that only its pod’s events explain', () => {
  let chain: SupplyChain;
  beforeAll(async () => {
    chain = await startSupplyChain();
  });
  afterAll(() => chain.stop());

  const build = async () =>
    buildViewSchema.parse(await (await chain.fetch(STUCK)).json());

  it('is in the recording, with an event that tells', () => {
    const events = recording('run1').end.find(
      ({ plural, group }) => plural === 'events' && group === '',
    );
    expect(
      events?.objects
        .map(readEvent)
        .filter(
          each =>
            each.name.startsWith('billing-build-3') && each.namespace === 'dev',
        )
        .map(each => each.reason),
    ).toContain('FailedMount');
  });

  it('says what it waits for', async () => {
    expect((await build()).phase).toEqual({
      kind: 'stuck',
      reason: 'FailedMount',
      says: 'a volume cannot be mounted: MountVolume.SetUp failed for volume "binding-npm-token" : secret "npm-token" not found',
    });
  });

  it('costs nobody who looks elsewhere anything, and all who look one question', async () => {
    const asked = () =>
      chain.demo.build.server.metrics().requests['list events'] ?? 0;
    const before = asked();
    const list = await chain.fetch('/v1/workloads');
    workloadsAnswerSchema.parse(await list.json());
    await Promise.all([build(), build(), build()]);
    expect(asked() - before).toBeLessThanOrEqual(1);
  });
});

it('says which right is missing where events may not be listed, and shows the rest', async () => {
  const chain = await startSupplyChain();
  try {
    chain.demo.build.faults.set({ forbid: [{ resource: 'events' }] });
    const view = buildViewSchema.parse(await (await chain.fetch(STUCK)).json());
    expect(view.phase.kind).toBe('queued');
    expect(view.steps).toHaveLength(7);
    expect(view.problems).toEqual([
      {
        because: 'denied',
        cluster: 'build',
        verb: 'list',
        resource: 'events',
        namespace: 'dev',
      },
    ]);
  } finally {
    await chain.stop();
  }
});
