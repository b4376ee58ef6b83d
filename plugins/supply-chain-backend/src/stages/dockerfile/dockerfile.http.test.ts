import {
  stageDetailViewSchema,
  type ImageProviderView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  startSupplyChain,
  type SupplyChain,
} from '../../testing/startSupplyChain';

jest.setTimeout(60_000);

describe('the Image Provider of a workload with a Dockerfile, over HTTP', () => {
  let chain: SupplyChain;
  beforeAll(async () => {
    chain = await startSupplyChain();
  });
  afterAll(() => chain.stop());

  /** As soon as its runs are read: they are not, before somebody looks. */
  async function provider(
    workload: string,
    reading = Date.now(),
  ): Promise<ImageProviderView | undefined> {
    const path = `/v1/workloads/build/${workload}/stages/image-provider`;
    const { imageProvider } = stageDetailViewSchema.parse(
      await (await chain.fetch(path)).json(),
    );
    return imageProvider?.builds || Date.now() - reading > 20_000
      ? imageProvider
      : provider(workload, reading);
  }

  it.each(['storefront/gateway', 'storefront/gateway-run'])(
    'of %s: its builds with steps, digest and a reason that is worked out',
    async workload => {
      const { build, builds, engine, recent } =
        (await provider(workload)) ?? {};
      expect(engine).toBe('dockerfile');
      expect(build).toEqual(builds?.[0]);
      expect(recent?.map(({ ref }) => ref)).toEqual(
        builds?.map(({ ref }) => ref),
      );
      expect(build).toMatchObject({
        engine: 'dockerfile',
        phase: { kind: 'succeeded' },
        produced: { digest: expect.stringMatching(/^sha256:/) },
      });
      expect(build?.steps.length).toBeGreaterThan(0);
      expect(build?.sentence).not.toBe('');
      expect(builds?.at(-1)?.why[0]?.message).toBe('run-oldest');
    },
  );
});
