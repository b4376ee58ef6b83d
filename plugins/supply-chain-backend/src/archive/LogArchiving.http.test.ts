import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { logArchiveExtensionPoint } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { buildViewSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { FileLogArchive } from './testing/FileLogArchive';
import { sqliteDatabase, type TestDatabase } from './testing/sqliteDatabase';
import { until } from './testing/startArchived';

jest.setTimeout(90_000);

const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PODS = { group: '', plural: 'pods' };

let demo: DemoClusters;
let database: TestDatabase;
let plugin: RunningPlugin;
let folder: string;

beforeEach(async () => {
  demo = await startDemoClusters();
  database = sqliteDatabase();
  folder = await mkdtemp(join(tmpdir(), 'log-archive-'));
});
afterEach(async () => {
  await plugin.stop();
  await Promise.all([demo.close(), database.stop()]);
  await rm(folder, { recursive: true });
});

const ourDatabase = () =>
  createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => database.service,
  });

const settled = (): Promise<string[]> =>
  database
    .client('archived_builds')
    .where({ settled: true, resource: 'builds.kpack.io' })
    .pluck('uid')
    .catch(() => []);

it('keeps logs in the archive that a module gives, and what is known of them in the database', async () => {
  const files = new FileLogArchive(folder);
  plugin = await startPlugin({
    archive: true,
    clusters: {
      build: { cluster: demo.build, token: demo.tokens.backstage },
    },
    services: [ourDatabase()],
    features: [
      createBackendModule({
        pluginId: 'supply-chain',
        moduleId: 'files',
        register(env) {
          env.registerInit({
            deps: { logs: logArchiveExtensionPoint },
            init: async ({ logs }) => logs.setLogArchive(files),
          });
        },
      }),
    ],
  });
  await until(async () => (await settled()).length > 3);
  const uids = await settled();
  const found = demo.build.state
    .list(BUILDS)
    .items.find(
      ({ metadata, status }) =>
        uids.includes(metadata.uid ?? '') &&
        JSON.stringify(status).includes('"True"'),
    );
  const { namespace = '', name = '' } = found?.metadata ?? {};
  const path = `/v1/builds/build/${namespace}/${name}`;
  const view = async () =>
    buildViewSchema.parse(await (await plugin.fetch(path)).json());
  const build = await view();
  const step = build.steps.find(hasLog)?.name ?? '';
  const read = async () =>
    (await plugin.fetch(`${path}/logs?step=${step}`)).text();
  const before = await read();
  demo.build.state.remove(PODS, namespace, build.pod?.name ?? '');
  await until(async () => !(await view()).pod?.present);
  expect(before.length).toBeGreaterThan(0);
  expect(await read()).toBe(before);
  expect(await database.client('archived_texts')).toEqual([]);
  expect(
    await files.exists(
      {
        ...{ cluster: 'build', namespace, container: step },
        build: found?.metadata.uid ?? '',
      },
      new AbortController().signal,
    ),
  ).toBe(true);
});

it('keeps nothing of a cluster that is read with each person’s own token', async () => {
  plugin = await startPlugin({
    archive: true,
    clusters: {
      own: { cluster: demo.build, oidcTokenProvider: 'okta' },
      run: { cluster: demo.run, token: demo.tokens.backstage },
    },
    services: [ourDatabase()],
  });
  const header = {
    'supply-chain-authorization-oidc.okta': demo.tokens.backstage,
  };
  const path = '/v1/workloads?limit=1000';
  await until(async () => {
    const answer = await (await plugin.fetch(path, { headers: header })).text();
    return answer.includes('"cluster":"own"');
  });
  expect(await database.client('archived_builds').catch(() => [])).toEqual([]);
  expect(
    plugin.upstream.filter(
      ({ cluster, path: asked }) =>
        cluster === 'own' && asked.includes('/log?'),
    ),
  ).toEqual([]);
});

it('keeps nothing, and asks nothing, when it is switched off', async () => {
  plugin = await startPlugin({
    clusters: {
      build: { cluster: demo.build, token: demo.tokens.backstage },
    },
    services: [
      ourDatabase(),
      mockServices.rootConfig.factory({
        data: { supplyChain: { logs: { archive: { enabled: false } } } },
      }),
    ],
  });
  const response = await plugin.fetch('/v1/workloads');
  expect(response.status).toBe(200);
  expect(await database.client.schema.hasTable('archived_builds')).toBe(false);
  expect(plugin.upstream.filter(({ path }) => path.includes('/log?'))).toEqual(
    [],
  );
});
