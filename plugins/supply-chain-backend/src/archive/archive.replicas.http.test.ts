import { createHash } from 'node:crypto';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import {
  buildViewSchema,
  clustersAnswerSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import knex, { type Knex } from 'knex';
import { hasLog } from '../logs/hasLog';
import { findProgram } from '../testing/findProgram';
import type { KubernetesBackend } from '../testing/startKubernetesBackend';
import { startPostgres, type Postgres } from '../testing/startPostgres';
import { startReplicas, type Replicas } from '../testing/startReplicas';
import { until } from './testing/startArchived';

jest.setTimeout(300_000);

const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PODS = { group: '', plural: 'pods' };

const initdb = findProgram('initdb');
if (!initdb) {
  process.stderr.write(
    "\n*** NOT TESTED: the archive of several replicas, because PostgreSQL's initdb (Debian: postgresql) is not installed. ***\n\n",
  );
}

(initdb ? describe : describe.skip)(
  'two replicas that archive into one PostgreSQL, one of which is killed in the middle',
  () => {
    let demo: DemoClusters;
    let database: Postgres;
    let replicas: Replicas;
    let tables: Knex;

    beforeAll(async () => {
      [demo, database] = await Promise.all([
        startDemoClusters(),
        startPostgres(initdb ?? ''),
      ]);
      // Each log takes a while, so that there is a middle.
      demo.build.faults.set({ slowLogBytesPerSecond: 2_000 });
      replicas = await startReplicas({
        ...{ count: 2, demo, database, archive: true },
      });
      tables = knex({
        client: 'pg',
        connection: { ...database.connection, database: 'postgres' },
        searchPath: ['supply-chain'],
      });
    });
    afterAll(async () => {
      await tables?.destroy();
      await replicas?.stop();
      await Promise.all([database?.stop(), demo?.close()]);
    });

    const read = (replica: KubernetesBackend | undefined, path: string) =>
      fetch(`${replica?.baseUrl}/api/supply-chain/v1${path}`, {
        headers: { Authorization: `Bearer ${replicas.token}` },
      });

    async function builds(replica: KubernetesBackend | undefined) {
      await until(async () => {
        const response = await read(replica, '/clusters');
        const { clusters } = clustersAnswerSchema.parse(await response.json());
        return (
          clusters.length > 0 &&
          clusters.every(({ state }) => state === 'fresh')
        );
      });
      const views: BuildView[] = [];
      for (const { metadata } of demo.build.state.list(BUILDS).items) {
        const response = await read(
          replica,
          `/builds/build/${metadata.namespace}/${metadata.name}`,
        );
        views.push(buildViewSchema.parse(await response.json()));
      }
      return views.filter(
        ({ phase, pod }) =>
          pod?.present && ['succeeded', 'failed'].includes(phase.kind),
      );
    }

    async function kubectl({ ref, pod }: BuildView, step: string) {
      const response = await fetch(
        `${demo.build.url}/api/v1/namespaces/${ref.namespace}/pods/${pod?.name}/log?container=${step}&timestamps=true`,
        { headers: { Authorization: `Bearer ${demo.tokens.admin}` } },
      );
      return Buffer.from(await response.arrayBuffer());
    }

    it('lose nothing that Kubernetes still has, keep nothing by half, and nothing twice', async () => {
      const [killed, left] = replicas.each;
      await until(async () => {
        const owners: string[] = await tables('archive_claims')
          .distinct()
          .pluck('owner');
        return owners.length === 2;
      });
      const settledAtKill: string[] = await tables('archived_builds')
        .where({ settled: true })
        .pluck('uid');
      await killed?.kill();
      demo.build.faults.reset();

      const ended = await builds(left);
      expect(settledAtKill.length).toBeLessThan(ended.length);
      const uids = ended.map(
        ({ ref }) =>
          demo.build.state.get(BUILDS, ref.namespace, ref.name)?.metadata.uid,
      );
      // A minute at most for what the killed one had claimed.
      await until(async () => {
        const settled: string[] = await tables('archived_builds')
          .where({ settled: true })
          .pluck('uid');
        return uids.every(uid => uid !== undefined && settled.includes(uid));
      });

      const texts = new Map<string, Buffer>();
      const keyOf = ({ ref }: BuildView, step: string) =>
        `${ref.namespace}/${ref.name}/${step}`;
      for (const build of ended) {
        for (const { name } of build.steps.filter(hasLog)) {
          texts.set(keyOf(build, name), await kubectl(build, name));
        }
      }
      for (const { ref, pod } of ended) {
        demo.build.state.remove(PODS, ref.namespace, pod?.name ?? '');
      }
      await until(async () => (await builds(left)).length === 0);
      for (const build of ended) {
        const { namespace, name: build_ } = build.ref;
        for (const { name } of build.steps.filter(hasLog)) {
          const response = await read(
            left,
            `/builds/build/${namespace}/${build_}/logs?timestamps&step=${name}`,
          );
          const ours = Buffer.from(await response.arrayBuffer());
          const theirs = texts.get(keyOf(build, name));
          expect([build_, name, theirs?.equals(ours)]).toEqual([
            ...[build_, name, true],
          ]);
          const uid = uids[ended.indexOf(build)];
          const rows = await tables('archived_logs').where({
            ...{ uid, container: name },
          });
          const sha256 = createHash('sha256').update(ours).digest('hex');
          expect(rows).toMatchObject([{ incomplete: null, sha256 }]);
        }
      }
      expect(texts.size).toBeGreaterThan(100);
      const stored: string[] = await tables('archived_texts')
        .whereNotNull('key')
        .pluck('key');
      const known = await tables('archived_logs').where('bytes', '>', 0);
      expect(stored.length).toBeGreaterThanOrEqual(known.length);
    });
  },
);
