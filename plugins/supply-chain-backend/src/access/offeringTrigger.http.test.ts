import { mockCredentials } from '@backstage/backend-test-utils';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  imagesAnswerSchema,
  imageViewSchema,
  stageDetailViewSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { ALLOW, DENY, when } from '../testing/decisions';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { supplyChainConditions } from './supplyChainConditions';

jest.setTimeout(120_000);

const TRIGGER = 'supply-chain.build.trigger';

/** For those who look at one namespace. */
const inNamespace = (namespace: string): PolicyDecision =>
  when(supplyChainConditions.inNamespace({ namespaces: [namespace] }));

let demo: DemoClusters;
let plugin: RunningPlugin;
beforeAll(async () => {
  demo = await startDemoClusters();
  plugin = await startPlugin({
    clusters: {
      shared: { cluster: demo.build, token: demo.tokens.backstage },
      own: { cluster: demo.build, oidcTokenProvider: 'okta' },
    },
  });
});
afterAll(async () => {
  await plugin.stop();
  await demo.close();
});

async function answer(path: string): Promise<unknown> {
  const response = await plugin.fetch(path, {
    headers: {
      Authorization: mockCredentials.user.header(),
      'supply-chain-authorization-oidc-2eokta': demo.tokens.backstage,
    },
  });
  return response.json();
}

/** The stage of a workload that kpack builds, and where it is. */
async function kpackStage(cluster: string) {
  const { items } = workloadsAnswerSchema.parse(
    await answer(`/v1/workloads?limit=1000&cluster=${cluster}`),
  );
  for (const { ref, engine, pipeline } of items) {
    const stage = pipeline.find(each => /image/i.test(each.stage))?.stage;
    if (engine !== 'kpack' || !stage) continue;
    const path = `/v1/workloads/${cluster}/${ref.namespace}/${ref.name}/stages/${stage}`;
    const detail = stageDetailViewSchema.parse(await answer(path));
    if (!detail.imageProvider?.build) continue;
    return {
      namespace: ref.namespace,
      offered: async () =>
        stageDetailViewSchema.parse(await answer(path)).imageProvider
          ?.mayTrigger,
    };
  }
  throw new Error(`Nothing on ${cluster} is built by kpack`);
}

/** A kpack Image that no workload stamped, and where it is. */
async function loneImage(cluster: string) {
  const { items } = imagesAnswerSchema.parse(
    await answer(`/v1/images?limit=500&cluster=${cluster}`),
  );
  for (const { ref } of items) {
    const path = `/v1/images/${cluster}/${ref.namespace}/${ref.name}`;
    const { provider } = imageViewSchema.parse(await answer(path));
    if (!provider.build) continue;
    return {
      namespace: ref.namespace,
      offered: async () =>
        imageViewSchema.parse(await answer(path)).provider.mayTrigger,
    };
  }
  throw new Error(`Nothing on ${cluster} was built without a workload`);
}

describe.each(['shared', 'own'])(
  'a rebuild is offered on a cluster that is %s',
  cluster => {
    it.each([
      ['the stage of a workload', kpackStage],
      ['an Image without a workload', loneImage],
    ])(
      'on %s, to those whom the policy lets ask and nobody else',
      async (_, find) => {
        plugin.setPolicy(() => ALLOW);
        const { namespace, offered } = await find(cluster);
        const under = (decision: PolicyDecision) => {
          plugin.setPolicy(name => (name === TRIGGER ? decision : ALLOW));
          return offered();
        };
        expect(await under(ALLOW)).toBe(true);
        expect(await under(inNamespace(namespace))).toBe(true);
        expect(await under(inNamespace('elsewhere'))).toBeUndefined();
        expect(await under(DENY)).toBeUndefined();
        // The view that all of them are shown without the right is still the same.
        expect(await under(ALLOW)).toBe(true);
      },
    );
  },
);

it('is not offered where there is no kpack Image to ask it of', async () => {
  plugin.setPolicy(() => ALLOW);
  const { items } = workloadsAnswerSchema.parse(
    await answer('/v1/workloads?limit=1000&cluster=shared'),
  );
  const others = items.filter(
    ({ engine }) => engine !== undefined && engine !== 'kpack',
  );
  expect(others).not.toEqual([]);
  for (const { ref, pipeline } of others) {
    const stage = pipeline.find(each => /image/i.test(each.stage))?.stage;
    const { imageProvider } = stageDetailViewSchema.parse(
      await answer(
        `/v1/workloads/shared/${ref.namespace}/${ref.name}/stages/${stage}`,
      ),
    );
    expect(imageProvider).not.toHaveProperty('mayTrigger');
  }
});
