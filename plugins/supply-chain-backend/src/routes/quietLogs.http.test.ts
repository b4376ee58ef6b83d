import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { watchedKinds } from '../service/watchedKinds';
import { HeardLogger } from '../testing/HeardLogger';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { findTeams } from '../testing/walk/findTeams';

jest.setTimeout(90_000);

/** In values of variables, annotations, messages of conditions, and where nobody expects a text. */
const SECRET = 'hunter2-of-the-payments-team';

let demo: DemoClusters;
let plugin: RunningPlugin;
const logger = new HeardLogger();

beforeAll(async () => {
  demo = await startDemoClusters();
  hideSecrets();
  plugin = await startPlugin({
    clusters: { build: { cluster: demo.build, token: demo.tokens.backstage } },
    services: [
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
    ],
  });
});
afterAll(async () => {
  await plugin.stop();
  await demo.close();
});

/** Into every object that is watched, and one that cannot be read. */
function hideSecrets(): void {
  const { state } = demo.build;
  for (const { resource } of Object.values(watchedKinds)) {
    for (const object of state.list(resource).items) {
      const { metadata } = object;
      const status = Object(object.status) as object;
      state.apply(resource, {
        ...object,
        metadata: {
          ...metadata,
          annotations: { ...metadata.annotations, note: SECRET },
        },
        spec: {
          ...Object(object.spec),
          env: [{ name: 'PASSWORD', value: SECRET }],
        },
        status: { ...status, message: SECRET },
      });
    }
  }
  const [one] = state.list(watchedKinds.workload.resource).items;
  if (!one) throw new Error('The recording has no workload');
  state.apply(watchedKinds.workload.resource, {
    ...one,
    metadata: { name: 'odd', namespace: one.metadata.namespace ?? '' },
    spec: SECRET,
    status: [SECRET],
  });
}

async function readEverything(): Promise<string> {
  const [team] = await findTeams(plugin);
  if (!team) throw new Error('Nothing was built');
  const at = (named: typeof team.build) =>
    ['cluster', 'namespace', 'name'].map(part => named[part]).join('/');
  const answers = await Promise.all(
    [
      '/v1/workloads?limit=1000',
      `/v1/workloads/${at(team.workload)}`,
      `/v1/workloads/${at(team.stage)}/stages/${team.stage.stage}`,
      `/v1/images/${at(team.image)}/builds`,
      `/v1/builds/${at(team.build)}`,
      `/v1/builds/${at(team.build)}/logs?timestamps`,
      `/v1/workloads/${at(team.workload)}?cursor=${SECRET}`,
      `/v1/workloads?cursor=${SECRET}`,
    ].map(async path => (await plugin.fetch(path)).text()),
  );
  return answers.join('\n');
}

/** What goes wrong with a cluster, one after the other, and the words of the log for it. */
const TROUBLE = [
  ['a right is missing', { forbid: [{ resource: 'builds' }] }, /is denied/],
  ['the API server fails', { serverError: {} }, /is (stale|down)/],
  ['the API server is gone', { dead: true }, /is down/],
] as const;

it('logs which cluster and kind is how, and nothing that an object or a request says', async () => {
  expect(await readEverything()).toContain('"total":');
  for (const [, faults, says] of TROUBLE) {
    const since = logger.lines.length;
    demo.build.faults.set(faults);
    demo.build.faults.endWatchesNow();
    await logger.hears(says, since);
    await readEverything().catch(() => {});
  }
  expect(logger.lines.join('\n')).toMatch(/builds\.kpack\.io of cluster build/);
  expect(logger.lines.filter(line => line.includes(SECRET))).toEqual([]);
  const audited = JSON.stringify(plugin.audited.map(({ event }) => event.meta));
  expect(audited).not.toContain(SECRET);
});
