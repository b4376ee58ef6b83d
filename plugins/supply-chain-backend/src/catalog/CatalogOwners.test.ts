import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { FakeClock } from '../clock/FakeClock';
import { CatalogOwners } from './CatalogOwners';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'carto.run/workload-name': 'payments' },
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/shop' },
    { type: 'dependsOn', targetRef: 'component:default/other' },
  ],
};
const payments: WorkloadIdentity = {
  kind: 'Workload',
  cluster: 'build',
  namespace: 'storefront',
  name: 'payments',
  labels: {},
};
const signal = new AbortController().signal;

function setUp() {
  const clock = new FakeClock();
  const catalog = catalogServiceMock({ entities: [entity] });
  const asked = jest.spyOn(catalog, 'streamEntities');
  const owners = new CatalogOwners({
    catalog,
    auth: mockServices.auth(),
    clock,
    logger: mockServices.logger.mock(),
  });
  return { clock, catalog, asked, owners };
}

describe('owners out of the catalog', () => {
  it('are those whom an entity about the workload belongs to', async () => {
    const ownersOf = await setUp().owners.load(signal);
    expect(ownersOf(payments)).toEqual(['group:default/shop']);
    expect(ownersOf({ ...payments, name: 'orders' })).toEqual([]);
  });

  it('are asked for once, however many want to know, and again after half a minute', async () => {
    const { clock, asked, owners } = setUp();
    await Promise.all([owners.load(signal), owners.load(signal)]);
    await owners.load(signal);
    expect(asked).toHaveBeenCalledTimes(1);
    await clock.advance(30_000);
    await owners.load(signal);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('stay for ten minutes when the catalog does not answer, and then nobody owns anything', async () => {
    const { clock, asked, owners } = setUp();
    await owners.load(signal);
    asked.mockImplementation(() => {
      throw new Error('down');
    });
    await clock.advance(60_000);
    expect((await owners.load(signal))(payments)).toEqual([
      'group:default/shop',
    ]);
    await clock.advance(10 * 60_000);
    await expect(owners.load(signal)).rejects.toThrow('down');
  });
});
