import {
  stageDetailViewSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startOwnTokens, type OwnTokens } from '../../testing/startOwnTokens';

jest.setTimeout(60_000);

let own: OwnTokens;
/** A workload of the one namespace that `limited` may read. */
let name: string;
beforeAll(async () => {
  own = await startOwnTokens();
  const { demo, namespace } = own;
  const { state } = demo.build;
  // Every app-config stage stamps a ConfigMap of the workload's name.
  const workloads = state.list({ group: 'carto.run', plural: 'workloads' });
  name =
    workloads.items.find(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        state.get(
          { group: '', plural: 'configmaps' },
          namespace,
          metadata.name,
        ),
    )?.metadata.name ?? '';
});
afterAll(() => own.stop());

/** May read everything on the cluster. */
const ann = () => own.as('ann', own.demo.tokens.backstage);
/** May read workloads of one namespace, and nothing that stages stamp. */
const bob = () => own.as('bob', own.demo.tokens.limited);

const page = () =>
  `/v1/workloads/own/${own.namespace}/${name}/stages/app-config`;

async function stage(who: RequestInit) {
  // A page that was read before has the first lists of the cluster.
  const list = await own.plugin.fetch('/v1/workloads', who);
  workloadsAnswerSchema.parse(await list.json());
  const response = await own.plugin.fetch(page(), who);
  return stageDetailViewSchema.parse(await response.json());
}

describe('a stage on a cluster that each person reads with their own token', () => {
  it('shows what that person may read', async () => {
    const { facts, problems } = await stage(ann());
    expect(facts).toMatchObject({ kind: 'config', handedOn: 'proved' });
    expect(problems.filter(each => each.because === 'denied')).toEqual([]);
  });

  it('is asked for with their token, and shows nobody what another one read', async () => {
    await stage(ann());
    const { facts, problems } = await stage(bob());
    expect(facts).toBeUndefined();
    expect(problems).toContainEqual({
      because: 'denied',
      as: 'person',
      cluster: 'own',
      verb: 'list',
      resource: 'configmaps',
      namespace: own.namespace,
    });
    const object = `/v1/objects/own/${own.namespace}/configmaps/${name}`;
    const query = `?workload=${name}`;
    const statuses = await Promise.all(
      [ann(), bob()].map(
        async who => (await own.plugin.fetch(`${object}${query}`, who)).status,
      ),
    );
    expect(statuses).toEqual([200, 403]);
  });

  it('is read by nobody without a token', async () => {
    await stage(ann());
    const before = own.plugin.upstream.length;
    const { status } = await own.plugin.fetch(page(), own.as('eve'));
    expect([403, 404]).toContain(status);
    expect(
      own.plugin.upstream
        .slice(before)
        .filter(({ path }) => path.includes('/configmaps')),
    ).toEqual([]);
  });
});
