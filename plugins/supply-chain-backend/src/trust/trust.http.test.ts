import { mockServices } from '@backstage/backend-test-utils';
import {
  stageDetailViewSchema,
  trustViewSchema,
  type TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { supplyChainConditions } from '../access/supplyChainConditions';
import { ALLOW, when } from '../testing/decisions';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';

jest.setTimeout(120_000);

let demo: DemoClusters;
let plugin: RunningPlugin;
beforeAll(async () => {
  demo = await startDemoClusters({ registry: true });
  const token = demo.tokens.backstage;
  plugin = await startPlugin({
    clusters: {
      build: { cluster: demo.build, token },
      run: { cluster: demo.run, token },
    },
    services: [
      mockServices.rootConfig.factory({
        data: {
          supplyChain: {
            logs: { archive: { enabled: false } },
            registries: [
              {
                host: 'registry.acme.localhost',
                url: demo.registry?.url ?? '',
              },
            ],
            signatures: {
              keys: [
                { name: 'kpack', publicKey: demo.registry?.publicKey ?? '' },
              ],
            },
          },
        },
      }),
    ],
  });
});
afterAll(async () => {
  await plugin.stop();
  await demo.close();
});
afterEach(() => {
  plugin.setPolicy(() => ALLOW);
  demo.run.faults.reset();
});

async function trustOfStage(
  workload: string,
  stage: string,
  run = '',
): Promise<TrustView> {
  const path = `/v1/workloads/build/${workload}/stages/${stage}/trust${run}`;
  const answer = await plugin.fetch(path);
  if (answer.status !== 200) throw new Error(await answer.text());
  return trustViewSchema.parse(await answer.json());
}

async function trustOf(build: string): Promise<TrustView> {
  const answer = await plugin.fetch(`/v1/builds/build/${build}/trust`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return trustViewSchema.parse(await answer.json());
}

describe('GET /v1/builds/…/trust', () => {
  it('says that kpack signed and attested the image, with what, and what policies ask', async () => {
    const view = await trustOf('signed/receipts-build-1');
    expect(view).toMatchObject({
      signature: { kind: 'signed', by: { type: 'key', name: 'kpack' } },
      kpack: {
        annotations: [
          { name: 'team', value: 'billing' },
          { name: 'env', value: 'prod' },
        ],
        attestation: expect.stringContaining('/receipts@sha256:'),
      },
      policies: [
        {
          cluster: 'run',
          name: 'company-images',
          mode: 'warn',
          globs: ['registry.acme.localhost/**'],
        },
        {
          cluster: 'run',
          name: 'receipts-are-signed',
          mode: 'enforce',
          authorities: [
            {
              name: 'kpack',
              asks: { kind: 'key', key: 'inline' },
              attestations: [
                {
                  predicateType: 'https://slsa.dev/provenance/v1',
                  hasPolicy: false,
                },
              ],
            },
          ],
        },
      ],
      problems: [],
    });
    expect(view.found.map(({ state }) => state.kind)).toEqual([
      'signed',
      'signed',
    ]);
  });

  it('tells the forged copy and the unsigned one from it', async () => {
    expect((await trustOf('signed/receipts-forged-build-1')).signature).toEqual(
      {
        kind: 'invalid',
        because: 'other-image',
      },
    );
    expect(
      (await trustOf('signed/receipts-unsigned-build-1')).signature,
    ).toEqual({
      kind: 'unsigned',
    });
  });

  it('does not take an image for unsigned that the registry does not have', async () => {
    const { items } = demo.build.state.list({
      group: 'kpack.io',
      plural: 'builds',
    });
    const other = items.find(
      ({ metadata, status }) =>
        metadata.namespace !== 'signed' &&
        JSON.stringify(status).includes('"latestImage":"'),
    );
    const { namespace, name } = other?.metadata ?? {};
    const { signature, policies } = await trustOf(`${namespace}/${name}`);
    expect(signature).toEqual({ kind: 'not-checked', because: 'image-absent' });
    expect(policies.map(policy => policy.name)).toEqual(['company-images']);
  });

  it('answers who may not see the build as if there were none', async () => {
    const path = '/v1/builds/build/signed/receipts-build-1/trust';
    const gone = await plugin.fetch(path.replace('receipts', 'nothing'));
    plugin.setPolicy(() =>
      when(supplyChainConditions.inNamespace({ namespaces: ['other'] })),
    );
    const denied = await plugin.fetch(path);
    expect([denied.status, gone.status]).toEqual([404, 404]);
    expect((await denied.text()).replaceAll('receipts-build-1', 'NAME')).toBe(
      (await gone.text()).replaceAll('nothing-build-1', 'NAME'),
    );
  });

  it('tells nobody of policies of clusters that they may not know', async () => {
    plugin.setPolicy(() =>
      when(supplyChainConditions.inCluster({ clusters: ['build'] })),
    );
    const { signature, policies } = await trustOf('signed/receipts-build-1');
    expect([signature.kind, policies]).toEqual(['signed', []]);
  });

  it('answers 304 when nothing is new', async () => {
    const path = '/v1/builds/build/signed/receipts-build-1/trust';
    const first = await plugin.fetch(path);
    const again = await plugin.fetch(path, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('GET /v1/workloads/…/stages/…/trust', () => {
  it.each([
    ['a ready-made image', 'backoffice/kiosk'],
    ['an image of a Dockerfile', 'storefront/widgets'],
  ])(
    'is about %s by its digest, and asks its registry',
    async (_, workload) => {
      const view = await trustOfStage(workload, 'image-provider');
      expect(view.image).toMatch(/^registry\.acme\.localhost\/\S+@sha256:/);
      // The demo's registry has other images.
      expect(view.signature).toEqual({
        kind: 'not-checked',
        because: 'image-absent',
      });
      expect(view.policies.map(({ name }) => name)).toEqual(['company-images']);
    },
  );

  it('is about the image of one run', async () => {
    const path = '/v1/workloads/build/storefront/widgets/stages/image-provider';
    const { imageProvider } = stageDetailViewSchema.parse(
      await (await plugin.fetch(path)).json(),
    );
    const built = (imageProvider?.builds ?? []).filter(
      ({ produced }) => produced.image,
    );
    expect(built.length).toBeGreaterThan(0);
    for (const { ref, produced } of built) {
      const query = `?run=${ref.name}`;
      const view = await trustOfStage(
        'storefront/widgets',
        'image-provider',
        query,
      );
      expect([view.ref, view.image]).toEqual([ref, produced.image]);
    }
    const other = await plugin.fetch(`${path}/trust?run=receipts-build-1`);
    expect(other.status).toBe(404);
  });

  it('is nothing of a stage that has no image', async () => {
    const path =
      '/v1/workloads/build/storefront/widgets/stages/source-provider';
    expect((await plugin.fetch(`${path}/trust`)).status).toBe(404);
  });

  it('answers who may not see the workload as if there were none', async () => {
    const path = '/v1/workloads/build/storefront/widgets/stages/image-provider';
    const gone = await plugin.fetch(
      `${path.replace('widgets', 'nothing')}/trust`,
    );
    plugin.setPolicy(() =>
      when(supplyChainConditions.inNamespace({ namespaces: ['other'] })),
    );
    const denied = await plugin.fetch(`${path}/trust`);
    expect([denied.status, gone.status]).toEqual([404, 404]);
    expect((await denied.text()).replaceAll('widgets', 'NAME')).toBe(
      (await gone.text()).replaceAll('nothing', 'NAME'),
    );
  });
});
