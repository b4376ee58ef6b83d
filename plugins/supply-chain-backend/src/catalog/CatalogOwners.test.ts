import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { OwnersUnknown } from './OwnersUnknown';
import { FakeClock } from '../clock/FakeClock';
import { CatalogOwners, FRESH_MS } from './CatalogOwners';

function entity(
  name: string,
  annotations: Record<string, string>,
  ...owners: string[]
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    relations: [
      ...owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
      { type: 'dependsOn', targetRef: 'component:default/other' },
    ],
  };
}

const SHOP = 'group:default/shop';
const BAKERY = 'group:default/bakery';
const entities = [
  entity('payments', { 'carto.run/workload-name': 'payments' }, SHOP),
  entity('again', { 'backstage.io/kubernetes-id': 'payments' }, BAKERY),
  entity('orders', { 'carto.run/workload-name': 'orders' }, BAKERY),
  entity('nothing', {}, SHOP),
];
const payments: WorkloadIdentity = {
  kind: 'Workload',
  cluster: 'build',
  namespace: 'storefront',
  name: 'payments',
  labels: {},
};
const orders = { ...payments, name: 'orders' };
const signal = new AbortController().signal;
const credentials = mockCredentials.user();

function setUp() {
  const clock = new FakeClock();
  const catalog = catalogServiceMock({ entities });
  const asked = jest.spyOn(catalog, 'streamEntities');
  const owners = new CatalogOwners({
    catalog,
    auth: mockServices.auth(),
    clock,
    logger: mockServices.logger.mock(),
  });
  return { clock, asked, owners };
}

describe('owners out of the catalog', () => {
  it('are those whom any entity about the workload belongs to', async () => {
    const ownersOf = await setUp().owners.load(signal);
    expect(ownersOf(payments)).toEqual([SHOP, BAKERY]);
    expect(ownersOf(orders)).toEqual([BAKERY]);
    expect(ownersOf({ ...payments, name: 'tax' })).toEqual([]);
  });

  it('are asked for as the person who asks, and only what the owners in question have', async () => {
    const { asked, owners } = setUp();
    const question = { credentials, owners: [SHOP] };
    const ownersOf = await owners.load(signal, question);
    expect(ownersOf(payments)).toEqual([SHOP]);
    expect(ownersOf(orders)).toEqual([]);
    expect(asked).toHaveBeenCalledWith(expect.anything(), { credentials });
  });

  it('own nothing by an entity that the person may not see', async () => {
    const { asked, owners } = setUp();
    asked.mockImplementation(async function* none(_, options) {
      const as = options && 'credentials' in options && options.credentials;
      if (as !== credentials) yield [...entities];
    });
    const mine = await owners.load(signal, { credentials, owners: [SHOP] });
    expect(mine(payments)).toEqual([]);
    const others = await owners.load(signal, {
      credentials: mockCredentials.user('user:default/other'),
      owners: [SHOP],
    });
    expect(others(payments)).toEqual([SHOP, BAKERY]);
  });

  it('are not asked for when nobody is in question', async () => {
    const { asked, owners } = setUp();
    const ownersOf = await owners.load(signal, { credentials, owners: [] });
    expect(ownersOf(payments)).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('are asked for once, however often the same person wants to know, and again after ten seconds', async () => {
    const { clock, asked, owners } = setUp();
    const ask = (...of: string[]) =>
      owners.load(signal, { credentials: mockCredentials.user(), owners: of });
    await Promise.all([ask(SHOP, BAKERY), ask(BAKERY, SHOP)]);
    await ask(SHOP, BAKERY);
    expect(asked).toHaveBeenCalledTimes(1);
    await clock.advance(FRESH_MS);
    await ask(SHOP, BAKERY);
    expect(asked).toHaveBeenCalledTimes(2);
    await ask(SHOP);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('stay for ten minutes when the catalog does not answer, and then nothing is decided', async () => {
    const { clock, asked, owners } = setUp();
    await owners.load(signal);
    asked.mockImplementation(() => {
      throw new Error('down');
    });
    await clock.advance(60_000);
    expect((await owners.load(signal))(orders)).toEqual([BAKERY]);
    await clock.advance(10 * 60_000);
    await expect(owners.load(signal)).rejects.toThrow(OwnersUnknown);
  });

  it('are not waited for without end', async () => {
    const { clock, asked, owners } = setUp();
    asked.mockImplementation(async function* silent() {
      await new Promise(() => {});
      yield [];
    });
    const asking = owners.load(signal).catch((error: unknown) => error);
    await clock.advance(10_000);
    expect(await asking).toBeInstanceOf(OwnersUnknown);
  });

  it('are remembered for a thousand questions, those asked last', async () => {
    const { asked, owners } = setUp();
    const ask = (index: number) =>
      owners.load(signal, { credentials, owners: [`group:default/${index}`] });
    for (let index = 0; index <= 1000; index += 1) await ask(index);
    expect(asked).toHaveBeenCalledTimes(1001);
    await ask(1000);
    await ask(1);
    expect(asked).toHaveBeenCalledTimes(1001);
    await ask(0);
    expect(asked).toHaveBeenCalledTimes(1002);
  });
});
