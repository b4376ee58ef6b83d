import type { Entity } from '@backstage/catalog-model';
import {
  apiErrorAnswerSchema,
  buildsAnswerSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  startArchived,
  until,
  type Archived,
} from '../archive/testing/startArchived';
import { ALLOW, DENY, when } from '../testing/decisions';
import { supplyChainConditions } from './supplyChainConditions';

jest.setTimeout(120_000);

const WORKLOADS = {
  group: 'carto.run',
  version: 'v1alpha1',
  plural: 'workloads',
};
const IMAGES = { group: 'kpack.io', plural: 'images' };
const labelled = (value: string) =>
  when(supplyChainConditions.hasLabel({ label: 'owned', value }));
const ownedBy = (group: string) =>
  when(
    supplyChainConditions.isEntityOwner({ claims: [`group:default/${group}`] }),
  );

const ours: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ours',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-label-selector': 'owned=by-us' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/us' }],
};

let chain: Archived;
/** Of a workload; its pod is gone, and kpack has deleted it. */
let build: BuildView;
let ref: string;
let history: string;

beforeAll(async () => {
  chain = await startArchived({
    entities: [ours],
    prepare({ build: cluster }) {
      for (const workload of cluster.state.list(WORKLOADS).items) {
        label(cluster.state, workload, 'by-us');
      }
    },
  });
  const ended = (await chain.withPods()).filter(
    ({ workload, phase }) => workload && phase.kind === 'succeeded',
  );
  const [found] = ended;
  if (!found) throw new Error('No build of a workload has succeeded');
  build = found;
  await chain.settled([build]);
  chain.deletePod(build);
  chain.deleteBuild(build);
  const { cluster, namespace, name } = build.ref;
  ref = `/v1/builds/${cluster}/${namespace}/${name}`;
  history = `/v1/images/${cluster}/${namespace}/${build.image}/builds`;
  await until(async () => (await chain.view(build.ref)).archived === true);
});
afterAll(() => chain.stop());
beforeEach(() => chain.setPolicy(() => ALLOW));

type State = Archived['demo']['build']['state'];

function label(
  state: State,
  workload: ReturnType<State['list']>['items'][number],
  owned: string,
): void {
  state.apply(WORKLOADS, {
    ...workload,
    metadata: {
      ...workload.metadata,
      labels: { ...workload.metadata.labels, owned },
    },
  });
}

/** What somebody gets of the build, its log in each form, and whether its image's history tells of it. */
async function seen() {
  const statusOf = async (path: string) => {
    const response = await chain.fetch(path);
    await response.arrayBuffer();
    return response.status;
  };
  const rows = buildsAnswerSchema.safeParse(
    await (await chain.fetch(history)).json(),
  );
  return {
    build: await statusOf(ref),
    logs: await Promise.all(
      ['', '?follow', '?download', '?timestamps'].map(query =>
        statusOf(`${ref}/logs${query}`),
      ),
    ),
    isInHistory: rows.data?.builds.some(
      each => each.ref.name === build.ref.name && each.archived,
    ),
  };
}

const ALL = { build: 200, logs: [200, 200, 200, 200], isInHistory: true };
const NOTHING = { build: 404, logs: [404, 404, 404, 404] };

describe('what only the archive has any more', () => {
  it('is seen by those who may see its workload, and answers others as what is absent', async () => {
    expect(await seen()).toEqual(ALL);
    const { namespace } = build.ref;
    chain.setPolicy(() =>
      when(supplyChainConditions.inNamespace({ namespaces: [namespace] })),
    );
    expect(await seen()).toEqual(ALL);
    for (const denying of [
      DENY,
      when(supplyChainConditions.inNamespace({ namespaces: ['elsewhere'] })),
      when(supplyChainConditions.inCluster({ clusters: ['run'] })),
      labelled('by-others'),
      ownedBy('them'),
    ]) {
      chain.setPolicy(() => denying);
      expect(await seen()).toMatchObject(NOTHING);
      expect((await seen()).isInHistory).not.toBe(true);
      const denied = await (await chain.fetch(ref)).json();
      const absent = await (await chain.fetch(`${ref}-not-there`)).json();
      expect(JSON.stringify(denied).replaceAll(build.ref.name, 'it')).toEqual(
        JSON.stringify(absent).replaceAll(`${build.ref.name}-not-there`, 'it'),
      );
    }
  });

  it('keeps its logs from those who may only look', async () => {
    chain.setPolicy(permission =>
      permission === 'supply-chain.logs.read' ? DENY : ALLOW,
    );
    expect(await seen()).toEqual({ ...ALL, logs: [403, 403, 403, 403] });
    const response = await chain.fetch(`${ref}/logs`);
    const { error } = apiErrorAnswerSchema.parse(await response.json());
    expect(error.code).toBe('denied');
  });

  it('goes by the labels and owners that its workload has now', async () => {
    chain.setPolicy(() => labelled('by-us'));
    expect(await seen()).toEqual(ALL);
    chain.setPolicy(() => ownedBy('us'));
    expect(await seen()).toEqual(ALL);

    const { state } = chain.demo.build;
    const { namespace, name } = build.workload ?? { namespace: '', name: '' };
    const workload = state.get(WORKLOADS, namespace, name);
    if (!workload) throw new Error('The workload is gone');
    label(state, workload, 'by-others');
    await until(async () => (await seen()).build === 404);
    expect(await seen()).toMatchObject(NOTHING);
    chain.setPolicy(() => labelled('by-others'));
    expect(await seen()).toEqual(ALL);
  });

  it('goes by the labels that were written down when the workload and its image are gone too', async () => {
    const { state } = chain.demo.build;
    const { namespace, name } = build.workload ?? { namespace: '', name: '' };
    state.remove(WORKLOADS, namespace, name);
    state.remove(IMAGES, namespace, build.image ?? '');
    chain.setPolicy(() => ownedBy('us'));
    await until(async () => (await seen()).build === 200);
    expect(await seen()).toEqual(ALL);
    chain.setPolicy(() => ownedBy('them'));
    expect(await seen()).toMatchObject(NOTHING);
  });

  it('is written to the audit log like any other reading', async () => {
    const before = chain.audited.length;
    await (await chain.fetch(`${ref}/logs`)).arrayBuffer();
    expect(chain.audited.slice(before)).toMatchObject([
      {
        event: { eventId: 'log-read', meta: { build: build.ref.name } },
        outcome: 'success',
      },
    ]);
  });
});
