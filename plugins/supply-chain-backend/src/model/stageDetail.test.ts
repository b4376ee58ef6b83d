import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageDetail } from './stageDetail';
import type { Surroundings } from './Surroundings';
import { clusterAtEnd } from './testing/recording';

const cluster = clusterAtEnd('run1');

function detailOf(
  key: string,
  stage: string,
  overrides: Partial<Surroundings> = {},
) {
  const [namespace = '', name = ''] = key.split('/');
  const workload = cluster.get('workloads.carto.run', namespace, name);
  if (!workload) throw new Error(`run1 has no workload ${key}`);
  return stageDetail(workload, stage, cluster.around(overrides), 'redacted');
}

describe('stageDetail', () => {
  it('shows the newest build of payments: why, tag, digest, steps, what it was built with', () => {
    const provider = detailOf(
      'storefront/payments',
      'image-provider',
    )?.imageProvider;
    expect(provider?.engine).toBe('kpack');
    expect(provider?.servingTag).toBe('b6.20261122.212832');
    expect(provider?.serving).toMatch(/@sha256:6d2676264e86790b/);
    expect(provider?.build).toMatchObject({
      number: 6,
      phase: { kind: 'succeeded' },
      type: 'build',
      sentence: 'The CNB lifecycle moved from 0.20.19 to 0.21.17',
      source: { type: 'blob', short: '433a68c' },
      builtWith: {
        builder: { kind: 'ClusterBuilder', name: 'default' },
        lifecycle: '0.21.17',
      },
      comparedWith: { number: 5 },
      workload: { cluster: 'build', namespace: 'storefront', name: 'payments' },
      problems: [],
    });
    expect(provider?.build?.produced.digest).toMatch(
      /^sha256:6d2676264e86790b/,
    );
    expect(provider?.recent.map(build => build.number)).toEqual([
      6, 5, 4, 3, 2,
    ]);
  });

  it('shows of a failed build its step, and the last one that was good', () => {
    const provider = detailOf(
      'storefront/returns',
      'image-provider',
    )?.imageProvider;
    expect(provider?.build?.phase).toMatchObject({
      kind: 'failed',
      step: 'build',
      exitCode: 51,
    });
    expect(provider?.build?.lastGood).toMatchObject({
      number: 1,
      tag: 'b1.20261122.211922',
    });
    expect(provider?.servingTag).toBe('b1.20261122.211922');
  });

  it.each([
    ['storefront/gateway', 'dockerfile', /^sha256:|@sha256:/],
    ['storefront/gateway-run', 'dockerfile', /@sha256:/],
    ['backoffice/kiosk', 'prebuilt', /@sha256:/],
  ])(
    '%s: says how an image is made that kpack does not make (%s)',
    (key, engine, serving) => {
      const detail = detailOf(key, 'image-provider');
      expect(detail?.stage.engine).toBe(engine);
      expect(detail?.imageProvider).toMatchObject({ engine, recent: [] });
      expect(detail?.imageProvider?.serving).toMatch(serving);
      expect(detail?.imageProvider?.says).toBeTruthy();
    },
  );

  it('keeps what the workload says when Builds are forbidden, and names the refusal', () => {
    const denied: Problem = {
      because: 'denied',
      cluster: 'build',
      verb: 'list',
      resource: 'builds.kpack.io',
      namespace: 'storefront',
    };
    const detail = detailOf('storefront/returns', 'image-provider', {
      builds: () => [],
      problem: resource =>
        resource === 'builds.kpack.io' ? denied : undefined,
    });
    expect(detail?.stage.phase.kind).toBe('failed');
    expect(detail?.imageProvider?.build).toBeUndefined();
    expect(detail?.problems).toEqual([denied]);
  });

  it('names what a stage gets', () => {
    expect(detailOf('storefront/payments', 'image-provider')?.inputs).toEqual([
      { stage: 'source-provider', title: 'Source Provider', type: 'source' },
    ]);
  });

  it('knows no stage of another name', () => {
    expect(detailOf('storefront/payments', 'nope')).toBeUndefined();
    expect(detailOf('storefront/payments', 'deliverable')).toBeUndefined();
  });
});

describe('a prebuilt image', () => {
  it.each([
    ['storefront/catalog', /^registry\.acme\.localhost\/prebuilt\/catalog@/],
    ['storefront/cutoff', /^registry\.acme\.localhost\/prebuilt\/cutoff@/],
  ])(
    'of %s says what the Workload asks for and what it resolved to',
    (key, asked) => {
      const provider = detailOf(key, 'image-provider')?.imageProvider;
      expect(provider?.engine).toBe('prebuilt');
      expect(provider?.asked).toMatch(asked);
      expect(provider?.serving).toMatch(/@sha256:[0-9a-f]{64}/);
      expect(provider?.build).toBeUndefined();
    },
  );
});

describe('a kpack stage without its Image', () => {
  const says = (overrides: Partial<Surroundings>) =>
    detailOf('storefront/payments', 'image-provider', {
      image: () => undefined,
      ...overrides,
    })?.imageProvider?.says;

  it('says that it is gone', () => {
    expect(says({})).toBe(
      'The kpack Image payments is not there, or is malformed.',
    );
  });

  it('does not say so where Images cannot be read at all', () => {
    const problem: Problem = {
      because: 'absent',
      cluster: 'build',
      resource: 'images.kpack.io',
    };
    expect(
      says({
        problem: resource =>
          resource === problem.resource ? problem : undefined,
      }),
    ).toBe('The kpack Image of this stage cannot be read.');
  });
});
