import type { Entity } from '@backstage/catalog-model';
import {
  apiErrorAnswerSchema,
  applyPatch,
  buildersAnswerSchema,
  builderViewSchema,
  imagesAnswerSchema,
  rowSortSchema,
  WORKLOAD_PHASES,
  type BuilderView,
  type ImageRow,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainConditions } from '../access/supplyChainConditions';
import { ALLOW, when } from '../testing/decisions';
import { everyKindRead } from '../testing/everyKindRead';
import { ndjson } from '../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(120_000);

const OWNER = 'group:default/kpack-alone';

/** A team that has no Cartographer: its entity selects Images by their labels. */
const entities: Entity[] = [
  {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
    metadata: {
      ...{ name: 'payments', namespace: 'default' },
      annotations: {
        'backstage.io/kubernetes-label-selector':
          'app.kubernetes.io/part-of=payments',
        'backstage.io/kubernetes-namespace': 'dev',
      },
    },
    relations: [{ type: 'ownedBy', targetRef: OWNER }],
  },
  {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
    metadata: {
      ...{ name: 'orders', namespace: 'default' },
      annotations: { 'image.kpack.io/image': 'orders' },
    },
  },
];

let chain: SupplyChain;
beforeAll(async () => {
  chain = await startSupplyChain({ entities });
  await everyKindRead(chain);
});
afterAll(() => chain.stop());
beforeEach(() => chain.setPolicy(() => ALLOW));

const images = async (query: string) =>
  imagesAnswerSchema.parse(
    await (await chain.fetch(`/v1/images?${query}`)).json(),
  );

describe('the list of images', () => {
  it('has those that no workload stamped, and those whose labels name one that is not there', async () => {
    const { items } = await images('limit=500');
    expect(
      items.map(({ ref }) => `${ref.namespace}/${ref.name}`).sort(),
    ).toEqual([
      ...['dev/billing', 'dev/orders', 'dev/payments', 'dev/reports'],
      ...['shop/catalog', 'shop/docs-site', 'shop/invoices'],
    ]);
    for (const { workload, missingWorkload, ref } of items) {
      expect([workload, missingWorkload]).toEqual([undefined, ref.name]);
    }
  });

  it('comes in pages, each row once, what is wrong first', async () => {
    const all = await images('workload=any&limit=500');
    const paged: typeof all.items = [];
    let cursor: string | undefined;
    do {
      const page = await images(
        `workload=any&limit=4${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.total).toBe(all.total);
      paged.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    expect(paged.map(({ ref }) => ref)).toEqual(
      all.items.map(({ ref }) => ref),
    );
    expect(paged[0]?.phase).toBe('failed');
  });

  it.each(rowSortSchema.options)(
    'comes in the order %s, in pages that go on where the last one ended',
    async sort => {
      const query = `workload=any&sort=${sort}`;
      const all = (await images(`${query}&limit=500`)).items;
      const keyOf = ({ ref, phase, changedAt }: ImageRow) =>
        ({
          name: ref.name,
          namespace: ref.namespace,
          phase: String(WORKLOAD_PHASES.indexOf(phase)),
          // Youngest first.
          age: String(1e15 - Date.parse(changedAt ?? '')),
        }[sort.replace('-', '')] ?? '');
      const keys = all.map(keyOf);
      const sorted = [...keys].sort((a, b) => (a < b ? -1 : 1));
      expect(new Set(keys).size).toBeGreaterThan(1);
      expect(keys).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);

      const first = await images(`${query}&limit=5`);
      const next = await images(`${query}&limit=5&cursor=${first.cursor}`);
      expect([...first.items, ...next.items].map(({ ref }) => ref)).toEqual(
        all.slice(0, 10).map(({ ref }) => ref),
      );
      const other = await chain.fetch(
        `/v1/images?workload=any&limit=5&sort=${
          sort === 'name' ? '-name' : 'name'
        }&cursor=${first.cursor}`,
      );
      expect(other.status).toBe(400);
    },
  );

  it.each([
    ['component:default/payments', ['dev/payments']],
    ['orders', ['dev/orders']],
    ['component:default/nobody', []],
  ])('narrows to those that %s is about', async (entity, expected) => {
    const { items, total, facets } = await images(`entity=${entity}`);
    expect(items.map(({ ref }) => `${ref.namespace}/${ref.name}`)).toEqual(
      expected,
    );
    expect(total).toBe(expected.length);
    const counts = facets.namespace.map(({ count }) => count);
    expect(counts).toEqual(expected.map(() => 1));
    // The next to ask is answered as before.
    expect((await images('limit=500')).total).toBeGreaterThan(1);
  });

  it.each([
    ['images?entity=a/b/c/d', 'entity'],
    ['images?cursor=nonsense', 'cursor'],
    ['images?cursor=WzEsMiwzXQ', 'cursor'],
    ['images?limit=0', 'limit'],
    ['images?phase=purple', 'phase'],
    ['images?sort=colour', 'sort'],
    ['images?workload=some', 'workload'],
    ['builders?stack[a]=b', 'stack'],
  ])('refuses %s and names what is wrong', async (path, word) => {
    const response = await chain.fetch(`/v1/${path}`);
    expect(response.status).toBe(400);
    const { error } = apiErrorAnswerSchema.parse(await response.json());
    expect(error.message).toContain(word);
  });

  it('is the same answer as long as nothing has changed', async () => {
    for (const path of ['/v1/images', '/v1/builders']) {
      const first = await chain.fetch(path);
      const again = await chain.fetch(path, {
        headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
      });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });
});

describe('an owner of an Image without a workload, by the annotations of an entity', () => {
  beforeEach(() =>
    chain.setPolicy(() =>
      when(supplyChainConditions.isEntityOwner({ claims: [OWNER] })),
    ),
  );

  it('sees it and its builds, and no other', async () => {
    const { items, total, facets } = await images('workload=any');
    expect(items.map(({ ref }) => `${ref.namespace}/${ref.name}`)).toEqual([
      'dev/payments',
    ]);
    expect(total).toBe(1);
    expect(facets.namespace).toEqual([{ value: 'dev', count: 1 }]);
    const status = async (path: string) => (await chain.fetch(path)).status;
    expect(await status('/v1/images/build/dev/payments')).toBe(200);
    expect(await status('/v1/images/build/dev/payments/builds')).toBe(200);
    expect(await status('/v1/images/build/dev/orders')).toBe(404);
    expect(await status('/v1/builders/build/Builder/shop/node-only')).toBe(404);
  });

  it('reads of a builder how far their own image is, and nothing of others', async () => {
    const answer = buildersAnswerSchema.parse(
      await (await chain.fetch('/v1/builders')).json(),
    );
    expect(answer.rollout.total).toBe(1);
    expect(
      answer.items.map(({ ref, rollout }) => [ref.name, rollout.total]),
    ).toEqual([
      ['broken', 0],
      ['canary', 0],
      ['default', 1],
    ]);
    const view = builderViewSchema.parse(
      await (
        await chain.fetch('/v1/builders/build/ClusterBuilder/default')
      ).json(),
    );
    expect(view.rollout.sentence).toBe(
      'The one image is built with what its builder has now',
    );
    expect(view.images.map(({ ref }) => ref.name)).toEqual(['payments']);
  });
});

it('a stream tells of an update as it rolls, down to the last image', async () => {
  const response = await chain.fetch('/v1/stream', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      topics: [
        {
          ...{ type: 'builder', id: 'b' },
          ref: { cluster: 'build', kind: 'ClusterBuilder', name: 'default' },
        },
      ],
    }),
  });
  const said: string[] = [];
  let view: unknown;
  let begun = false;
  for await (const message of ndjson<StreamMessage>(response)) {
    if (message.type === 'view') view = message.view;
    else if (message.type === 'patch') view = applyPatch(view, message.patch);
    else continue;
    const { rollout }: BuilderView = builderViewSchema.parse(view);
    said.push(rollout.sentence);
    if (!begun) {
      begun = true;
      chain.demo.world.scene.tempo.speed = 4;
      chain.demo.world.updateStack('base').catch(() => {});
    } else if (rollout.counts.rebased === 9) {
      break;
    }
  }
  expect(said).toContainEqual(
    expect.stringMatching(
      /^Stack base at 0\.1\.12: \d of \d+ images are on it/,
    ),
  );
  expect(chain.demo.world.failures()).toEqual([]);
});
