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

  it('costs nobody who does not look at it anything', async () => {
    const before = listed();
    const list = await chain.fetch('/v1/workloads');
    workloadsAnswerSchema.parse(await list.json());
    expect(listed()).toEqual(before);
  });
});
