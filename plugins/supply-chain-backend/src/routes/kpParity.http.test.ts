import {
  builderViewSchema,
  buildersAnswerSchema,
  buildsAnswerSchema,
  buildViewSchema,
  imagesAnswerSchema,
  imageViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { z } from 'zod';
import { everyKindRead } from '../testing/everyKindRead';
import type { KpObject } from '../testing/kp/KP_KINDS';
import { KpObjects } from '../testing/kp/KpObjects';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(120_000);

/*
 * Every field that the reading commands of kp print (kpack-cli v0.17, pkg/commands), by command: what the API says is held
 * against the object itself, read as kp reads it. A field that the API loses fails its line.
 */

let chain: SupplyChain;
let kp: KpObjects;
beforeAll(async () => {
  chain = await startSupplyChain();
  await everyKindRead(chain);
  kp = new KpObjects(chain.demo.build.state);
});
afterAll(() => chain.stop());

async function read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return schema.parse(await (await chain.fetch(path)).json());
}

function condition(
  { status }: Pick<KpObject<'images' | 'builds' | 'builders'>, 'status'>,
  type: string,
): { status?: string; message?: string | undefined } {
  return status.conditions.find(each => each.type === type) ?? {};
}

type Versioned = {
  id?: string | undefined;
  version?: string | undefined;
  homepage?: string | undefined;
};

const versions = (list: readonly Versioned[]) =>
  list
    .map(({ id, version, homepage }) => `${id} ${version} ${homepage}`)
    .sort();

const groups = (
  of: readonly (readonly (Versioned & { optional: boolean })[])[],
) =>
  of.map(group =>
    group.map(({ id, version, optional }) => `${id} ${version} ${optional}`),
  );

const numberOf = ({ metadata: { labels } }: KpObject<'builds'>) =>
  Number(labels['image.kpack.io/buildNumber']);

describe('kp image list', () => {
  it('NAME, NAMESPACE, READY, LATEST REASON, LATEST IMAGE of every Image', async () => {
    const { items, total } = await read(
      imagesAnswerSchema,
      '/v1/images?workload=any&limit=500',
    );
    expect(total).toBe(kp.all('images').length);
    const told = new Map(
      items.map(each => [`${each.ref.namespace}/${each.ref.name}`, each]),
    );
    for (const object of kp.all('images')) {
      const { namespace, name } = object.metadata;
      const row = told.get(`${namespace}/${name}`);
      expect(row).toMatchObject({
        ready: condition(object, 'Ready').status,
        ...(object.status.latestImage && { image: object.status.latestImage }),
      });
      expect(row?.reasons.join(',')).toBe(
        object.status.latestBuildReason ?? '',
      );
    }
  });

  it('filters by builder, and by what is ready', async () => {
    const { items } = await read(
      imagesAnswerSchema,
      '/v1/images?workload=any&limit=500&builder=canary&phase=ready',
    );
    expect(items.map(({ ref }) => ref.name)).toEqual(['catalog']);
  });
});

describe('kp image status', () => {
  it.each([
    ['dev', 'orders'],
    ['dev', 'payments'],
    ['shop', 'invoices'],
    ['shop', 'catalog'],
    ['storefront', 'returns'],
  ])('of %s/%s', async (namespace, name) => {
    const object = kp.one('images', name, namespace);
    const view = await read(
      imageViewSchema,
      `/v1/images/build/${namespace}/${name}`,
    );
    expect(view).toMatchObject({
      image: object.status.latestImage,
      source: {
        type: Object.keys(object.spec.source).find(key => key !== 'subPath'),
        url:
          object.spec.source.git?.url ??
          object.spec.source.blob?.url ??
          object.spec.source.registry?.image,
      },
      builder: object.spec.builder,
      tag: object.spec.tag,
      serviceAccount: object.spec.serviceAccountName,
    });
    expect(view.stage.conditions.find(({ type }) => type === 'Ready')).toEqual(
      expect.objectContaining({ status: condition(object, 'Ready').status }),
    );
    const builds = kp
      .all('builds')
      .filter(
        ({ metadata: { labels, ...of } }) =>
          of.namespace === namespace && labels['image.kpack.io/image'] === name,
      )
      .sort((x, y) => numberOf(y) - numberOf(x));
    for (const [told, status] of [
      [view.lastSuccess, 'True'],
      [view.lastFailure, 'False'],
    ] as const) {
      const last = builds.find(
        each => condition(each, 'Succeeded').status === status,
      );
      expect(told?.number).toBe(last && numberOf(last));
      expect(told?.reasons.join(',')).toBe(
        last?.metadata.annotations['image.kpack.io/reason'],
      );
      expect(versions(told?.buildpacks ?? [])).toEqual(
        versions(last?.status.buildMetadata ?? []),
      );
      if (last?.spec.source.git) {
        expect(told?.revision).toBe(last.spec.source.git.revision);
      }
    }
  });
});

describe('kp build list and status', () => {
  it.each([
    ['dev', 'orders'],
    ['shop', 'invoices'],
    ['storefront', 'payments'],
  ])('of the builds of %s/%s', async (namespace, image) => {
    const { builds } = await read(
      buildsAnswerSchema,
      `/v1/images/build/${namespace}/${image}/builds`,
    );
    expect(builds.length).toBeGreaterThan(1);
    for (const row of builds) {
      const object = kp.one('builds', row.ref.name, namespace);
      const { annotations, labels } = object.metadata;
      const succeeded = condition(object, 'Succeeded');
      expect(String(row.number)).toBe(labels['image.kpack.io/buildNumber']);
      expect(row.produced.image).toBe(object.status.latestImage);

      const view = await read(
        buildViewSchema,
        `/v1/builds/build/${namespace}/${row.ref.name}`,
      );
      expect(view.image).toBe(labels['image.kpack.io/image']);
      expect(view.phase.kind === 'succeeded').toBe(succeeded.status === 'True');
      expect(view.why.flatMap(({ said }) => said ?? []).sort()).toEqual(
        (annotations['image.kpack.io/reason'] ?? '').split(',').sort(),
      );
      expect(view.condition).toMatchObject({
        status: succeeded.status,
        ...(succeeded.message && {
          message: expect.stringContaining(succeeded.message.slice(0, 40)),
        }),
      });
      expect(view.createdAt).toBe(object.metadata.creationTimestamp);
      if (view.steps.length > 0) {
        expect(view.finishedAt).toBeDefined();
        expect(view.pod?.name).toBe(object.status.podName);
      }
      expect(view.builtWith.builder?.image).toBe(object.spec.builder.image);
      expect(view.builtWith.runImage).toBe(
        object.status.stack?.runImage ?? object.spec.runImage?.image,
      );
      expect(view.source.url).toBe(
        object.spec.source.git?.url ?? object.spec.source.blob?.url,
      );
      expect(versions(view.builtWith.buildpacks)).toEqual(
        versions(object.status.buildMetadata ?? []),
      );
    }
  });

  it('kp build logs: the log of every step', async () => {
    const response = await chain.fetch(
      '/v1/builds/build/dev/orders-build-5/logs',
    );
    const log = await response.text();
    for (const step of ['prepare', 'analyze', 'detect', 'build', 'export']) {
      expect(log).toContain(`===> ${step}`);
    }
  });
});

describe('kp clusterbuilder and builder, list and status', () => {
  it.each([
    ['ClusterBuilder/default', 'clusterbuilders', 'default', undefined],
    ['ClusterBuilder/canary', 'clusterbuilders', 'canary', undefined],
    ['ClusterBuilder/broken', 'clusterbuilders', 'broken', undefined],
    ['Builder/shop/node-only', 'builders', 'node-only', 'shop'],
  ])('of %s', async (path, plural, name, namespace) => {
    const object = kp.one('builders', name, namespace, plural);
    const { spec, status } = object;
    const view = await read(builderViewSchema, `/v1/builders/build/${path}`);
    const ready = condition(object, 'Ready');
    expect(view.ready).toMatchObject({
      status: ready.status === 'True' ? 'yes' : 'no',
      ...(ready.message && { says: ready.message }),
    });
    expect(view.image).toBe(status.latestImage);
    expect(view.stack).toEqual({
      name: spec.stack.name,
      ...(status.stack.id && { id: status.stack.id }),
      ...(status.stack.runImage && { runImage: status.stack.runImage }),
    });
    expect(view.store).toBe(spec.store.name);
    expect(view.lifecycle.version).toBe(status.lifecycle.version);
    expect(versions(view.buildpacks)).toEqual(
      versions(status.builderMetadata ?? []),
    );
    const wanted = (of: KpObject<'builders'>['spec']['order']) =>
      groups(of.map(({ group }) => group));
    expect(groups(view.resolved)).toEqual(wanted(status.order));
    expect(groups(view.asked)).toEqual(wanted(spec.order));
    const { items } = await read(buildersAnswerSchema, '/v1/builders');
    const row = items.find(
      each => JSON.stringify(each.ref) === JSON.stringify(view.ref),
    );
    expect(row).toMatchObject({ ready: view.ready, stack: view.stack });
    expect(row?.image).toBe(view.image);
  });
});

describe('kp clusterstack, clusterstore and clusterlifecycle, list and status', () => {
  it('Id, Run Image, Build Image, Mixins and readiness of each ClusterStack', async () => {
    const { stacks } = await read(buildersAnswerSchema, '/v1/builders');
    expect(stacks.map(({ name }) => name)).toEqual(['base', 'canary']);
    for (const stack of stacks) {
      const { status } = kp.one('clusterstacks', stack.name);
      expect(stack).toMatchObject({
        ready: { status: 'yes' },
        id: status.id,
        runImage: { image: status.runImage.latestImage },
        buildImage: { image: status.buildImage.latestImage },
        mixins: status.mixins,
        mixinCount: status.mixins.length,
      });
    }
  });

  it('buildpackages of each ClusterStore with image, homepage, contents and order', async () => {
    const { stores } = await read(buildersAnswerSchema, '/v1/builders');
    for (const store of stores) {
      const { status } = kp.one('clusterstores', store.name);
      const told = store.buildpackages.flatMap(each =>
        each.buildpacks.map(
          ({ id, version }) =>
            `${each.id} ${each.version} ${each.image} ${each.homepage}: ${id} ${version}`,
        ),
      );
      const there = status.buildpacks.map(
        ({ buildpackage, storeImage, id, version }) =>
          `${buildpackage.id} ${buildpackage.version} ${storeImage.image} ${buildpackage.homepage}: ${id} ${version}`,
      );
      expect(told.sort()).toEqual(there.sort());
      for (const buildpackage of store.buildpackages) {
        const own = status.buildpacks.find(
          ({ id, version }) =>
            id === buildpackage.id && version === buildpackage.version,
        );
        expect(groups(buildpackage.order)).toEqual(
          groups((own?.order ?? []).map(({ group }) => group)),
        );
      }
    }
  });

  it('Version, Image, Buildpack and Platform APIs of each ClusterLifecycle', async () => {
    const { lifecycles } = await read(buildersAnswerSchema, '/v1/builders');
    for (const lifecycle of lifecycles) {
      const { status } = kp.one('clusterlifecycles', lifecycle.name);
      expect(lifecycle).toMatchObject({
        ready: { status: 'yes' },
        version: status.version,
        image: status.image.latestImage,
        buildpackApis: { supported: status.apis.buildpack.supported },
        platformApis: { supported: status.apis.platform.supported },
      });
    }
  });
});
