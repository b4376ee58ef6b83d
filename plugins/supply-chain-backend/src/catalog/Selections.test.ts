import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { workloadsQuerySchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Caller } from '../access/Caller';
import { OwnersUnknown } from './OwnersUnknown';
import { FakeClock } from '../clock/FakeClock';
import { InvalidQuery } from '../service/errors/InvalidQuery';
import { CatalogOwners } from './CatalogOwners';
import { Selections } from './Selections';

const ANN = 'user:default/ann';
const SHOP = 'group:default/shop';

const workload = (name: string): WorkloadIdentity => ({
  ...{ kind: 'Workload', cluster: 'build', namespace: 'shop', name },
  labels: {},
});

/** A component that names a workload, and belongs to somebody. */
function component(name: string, owner: string): Entity {
  return {
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
    metadata: {
      ...{ name, namespace: 'default' },
      annotations: {
        'carto.run/workload-name': name,
        'backstage.io/kubernetes-namespace': 'shop',
      },
    },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const ENTITIES = [
  component('payments', SHOP),
  component('diary', ANN),
  component('secrets', 'group:default/others'),
];
const WORKLOADS = ['payments', 'diary', 'secrets', 'unknown'].map(workload);

function setUp(claims: readonly string[] = [ANN, SHOP]) {
  const catalog = catalogServiceMock({ entities: ENTITIES });
  const read = jest.spyOn(catalog, 'getEntityByRef');
  const auth = mockServices.auth();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: ANN,
      ownershipEntityRefs: [...claims],
    }),
  });
  const clock = new FakeClock();
  const logger = mockServices.logger.mock();
  const owners = new CatalogOwners({ catalog, auth, clock, logger });
  const selections = new Selections({ catalog, owners, userInfo, auth });
  const select = async (
    query: { owner?: string; entity?: string },
    credentials: Caller['credentials'] = mockCredentials.user(ANN),
  ) => {
    const selected = await selections.of(workloadsQuerySchema.parse(query), {
      ...{ credentials, signal: new AbortController().signal },
    });
    return selected && WORKLOADS.filter(selected).map(({ name }) => name);
  };
  return { read, select, userInfo };
}

describe('the filter owner', () => {
  it('selects for "me" what a person or any group of theirs owns', async () => {
    expect(await setUp().select({ owner: 'me' })).toEqual([
      ...['payments', 'diary'],
    ]);
    expect(await setUp([ANN]).select({ owner: 'me' })).toEqual(['diary']);
    expect(await setUp([]).select({ owner: 'me' })).toEqual([]);
  });

  it('selects nothing for "me" of a service, which owns nothing', async () => {
    const { select, userInfo } = setUp();
    const service = mockCredentials.service();
    expect(await select({ owner: 'me' }, service)).toEqual([]);
    expect(userInfo.getUserInfo).not.toHaveBeenCalled();
  });

  it.each([SHOP, 'shop', 'Group:default/Shop'])(
    'takes an owner as people write it: %s',
    async owner => {
      expect(await setUp().select({ owner })).toEqual(['payments']);
    },
  );

  it.each(['/', 'group:', 'group:default/..', 'group:../shop', 'a b', 'me/'])(
    'refuses what names nobody: %j',
    async owner => {
      await expect(setUp().select({ owner })).rejects.toThrow(InvalidQuery);
    },
  );
});

describe('the filter entity', () => {
  it('selects what the entity is about, read as the person who asks', async () => {
    const { read, select } = setUp();
    const ann = mockCredentials.user(ANN);
    expect(await select({ entity: 'component:default/diary' }, ann)).toEqual([
      'diary',
    ]);
    expect(read).toHaveBeenCalledWith('component:default/diary', {
      credentials: ann,
    });
  });

  it('selects nothing for an entity that is not there, or may not be seen', async () => {
    const { read, select } = setUp();
    expect(await select({ entity: 'nowhere' })).toEqual([]);
    read.mockResolvedValue(undefined);
    expect(await select({ entity: 'diary' })).toEqual([]);
  });

  it('says that the catalog does not answer, rather than that there is nothing', async () => {
    const { read, select } = setUp();
    read.mockRejectedValue(new Error('of the catalog'));
    await expect(select({ entity: 'diary' })).rejects.toThrow(OwnersUnknown);
  });

  it('adds up with the other', async () => {
    const { select } = setUp();
    expect(await select({ owner: SHOP, entity: 'diary' })).toEqual([]);
    expect(await select({ owner: SHOP, entity: 'payments' })).toEqual([
      'payments',
    ]);
  });
});

it('asks the catalog nothing without either', async () => {
  const { read, select } = setUp();
  expect(await select({})).toBeUndefined();
  expect(read).not.toHaveBeenCalled();
});
