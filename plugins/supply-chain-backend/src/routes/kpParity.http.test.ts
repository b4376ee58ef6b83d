import {
  builderViewSchema,
  buildersAnswerSchema,
  buildsAnswerSchema,
  buildViewSchema,
  imagesAnswerSchema,
  imageViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import { everyKindRead } from '../testing/everyKindRead';
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
beforeAll(async () => {
  chain = await startSupplyChain();
  await everyKindRead(chain);
});
afterAll(() => chain.stop());

const text = z.string().optional();
const conditions = z.array(
  z.object({ type: z.string(), status: z.string(), message: text }),
);
const buildpacks = z
  .array(z.object({ id: z.string(), version: text, homepage: text }))
  .default([]);
const order = z
  .array(
    z.object({
      group: z.array(
        z.object({
          id: text,
          version: text,
          optional: z.boolean().default(false),
        }),
      ),
    }),
  )
  .default([]);
const url = z.object({ url: text, revision: text }).optional();
const source = z.object({
  git: url,
  blob: url,
  registry: z.object({ image: text }).optional(),
});
const metadata = z.object({
  name: z.string(),
  namespace: text,
  creationTimestamp: text,
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});
const resolved = z.object({ latestImage: text });
const apis = z.object({ supported: z.array(z.string()) });

/** What kp reads of each kind. */
const KINDS = {
  images: z.object({
    metadata,
    spec: z.object({
      tag: text,
      source,
      serviceAccountName: text,
      builder: z.object({ kind: text, name: text }),
    }),
    status: z.object({
      conditions,
      latestImage: text,
      latestBuildReason: text,
    }),
  }),
  builds: z.object({
    metadata,
    spec: z.object({
      source,
      builder: z.object({ image: text }),
      runImage: z.object({ image: text }).optional(),
    }),
    status: z.object({
      conditions,
      podName: text,
      latestImage: text,
      stack: z.object({ runImage: text }).optional(),
      buildMetadata: buildpacks,
    }),
  }),
  builders: z.object({
    metadata,
    spec: z.object({
      order,
      stack: z.object({ name: text }),
      store: z.object({ name: text }),
    }),
    status: z.object({
      conditions,
      order,
      latestImage: text,
      stack: z.object({ id: text, runImage: text }),
      lifecycle: z.object({ version: text }),
      builderMetadata: buildpacks,
    }),
  }),
  clusterstacks: z.object({
    metadata,
    status: z.object({
      id: text,
      runImage: resolved,
      buildImage: resolved,
      mixins: z.array(z.string()).default([]),
    }),
  }),
  clusterstores: z.object({
    metadata,
    status: z.object({
      buildpacks: z.array(
        z.object({
          id: z.string(),
          version: text,
          order,
          buildpackage: z.object({ id: text, version: text, homepage: text }),
          storeImage: z.object({ image: text }),
        }),
      ),
    }),
  }),
  clusterlifecycles: z.object({
    metadata,
    status: z.object({
      version: text,
      image: resolved,
      apis: z.object({ buildpack: apis, platform: apis }),
    }),
  }),
};

type Kinds = typeof KINDS;

function all<K extends keyof Kinds>(
  kind: K,
  plural: string = kind,
): z.output<Kinds[K]>[] {
  return chain.demo.build.state
    .list({ group: 'kpack.io', plural })
    .items.map(object => KINDS[kind].parse(object) as z.output<Kinds[K]>);
}

function one<K extends keyof Kinds>(
  kind: K,
  name: string,
  namespace?: string,
  plural: string = kind,
): z.output<Kinds[K]> {
  const found = all(kind, plural).find(
    each =>
      each.metadata.name === name && each.metadata.namespace === namespace,
  );
  if (!found) throw new Error(`The recording has no ${plural} ${name}`);
  return found;
}

async function read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return schema.parse(await (await chain.fetch(path)).json());
}

function condition(
  { status }: { status: { conditions: z.output<typeof conditions> } },
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

const numberOf = ({ metadata: { labels } }: z.output<Kinds['builds']>) =>
  Number(labels['image.kpack.io/buildNumber']);

describe('kp image list', () => {
  it('NAME, NAMESPACE, READY, LATEST REASON, LATEST IMAGE of every Image', async () => {
    const { items, total } = await read(
      imagesAnswerSchema,
      '/v1/images?workload=any&limit=500',
    );
    expect(total).toBe(all('images').length);
    const told = new Map(
      items.map(each => [`${each.ref.namespace}/${each.ref.name}`, each]),
    );
    for (const object of all('images')) {
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
    const object = one('images', name, namespace);
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
    const builds = all('builds')
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
      const object = one('builds', row.ref.name, namespace);
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
    const object = one('builders', name, namespace, plural);
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
    const wanted = (of: z.output<typeof order>) =>
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
      const { status } = one('clusterstacks', stack.name);
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
      const { status } = one('clusterstores', store.name);
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
      const { status } = one('clusterlifecycles', lifecycle.name);
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
