import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import {
  stageDetailViewSchema,
  workloadsAnswerSchema,
  type ObjectRef,
  type StreamMessage,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { findProgram } from '../../testing/findProgram';
import { liveClient } from '../../testing/liveClient';
import { ndjson } from '../../testing/ndjson';
import type { KubernetesBackend } from '../../testing/startKubernetesBackend';
import {
  startNginx,
  UPSTREAM_HEADER,
  type Nginx,
} from '../../testing/startNginx';
import { startPostgres, type Postgres } from '../../testing/startPostgres';
import { startReplicas, type Replicas } from '../../testing/startReplicas';

jest.setTimeout(120_000);

const nginxCommand = findProgram('nginx');
const initdb = findProgram('initdb');
const missing = [
  ...(nginxCommand ? [] : ['nginx (Debian: nginx-light)']),
  ...(initdb ? [] : ["PostgreSQL's initdb (Debian: postgresql)"]),
].join(' and ');

if (missing) {
  process.stderr.write(
    `\n*** NOT TESTED: replicas and proxies, because ${missing} is not installed. ***\n\n`,
  );
}

const kind = { group: 'carto.run', version: 'v1alpha1', plural: 'workloads' };

(missing ? describe.skip : describe)(
  `two replicas behind nginx, one PostgreSQL${
    missing && `, without ${missing}`
  }`,
  () => {
    let demo: DemoClusters;
    let database: Postgres;
    let replicas: Replicas;
    let proxy: Nginx;
    let deafProxy: Nginx;
    let ref: ObjectRef;

    beforeAll(async () => {
      [demo, database] = await Promise.all([
        startDemoClusters({ speed: 20 }),
        startPostgres(initdb ?? ''),
      ]);
      replicas = await startReplicas({ count: 2, demo, database });
      const command = nginxCommand ?? '';
      const upstreams = replicas.each.map(({ baseUrl }) => baseUrl);
      proxy = await startNginx({ command, upstreams });
      deafProxy = await startNginx({ command, upstreams, deaf: true });
      for (const replica of replicas.each) ref = await readyRef(replica);
    });
    afterAll(async () => {
      await Promise.all([proxy?.stop(), deafProxy?.stop()]);
      await replicas?.stop();
      await Promise.all([database?.stop(), demo?.close()]);
    });

    const api = (base: { readonly baseUrl: string }, path: string) =>
      `${base.baseUrl}/api/supply-chain/v1${path}`;
    const headers = () => ({ Authorization: `Bearer ${replicas.token}` });
    const read = (base: { readonly baseUrl: string }, path: string) =>
      fetch(api(base, path), { headers: headers() });

    /** A workload, once a replica has read all of both clusters. */
    async function readyRef(replica: KubernetesBackend): Promise<ObjectRef> {
      for (;;) {
        const response = await read(replica, '/workloads');
        const answer = await response.json();
        if (!response.ok) throw new Error(JSON.stringify(answer));
        const { items, clusters } = workloadsAnswerSchema.parse(answer);
        const row = items.find(({ engine }) => engine === 'kpack');
        if (row && clusters.every(({ state }) => state === 'fresh')) {
          return row.ref;
        }
      }
    }

    /** Something that every page of the workload shows. */
    function relabel(value: string): void {
      const workload = demo.build.state.get(kind, ref.namespace, ref.name);
      if (!workload) throw new Error('The workload is gone');
      const { labels } = workload.metadata;
      demo.build.state.apply(kind, {
        ...workload,
        metadata: {
          ...workload.metadata,
          labels: { ...labels, changed: value },
        },
      });
    }

    function stream(
      base: { readonly baseUrl: string },
      topics: readonly Topic[],
      signal: AbortSignal,
    ): Promise<Response> {
      return fetch(api(base, '/stream'), {
        method: 'POST',
        headers: { ...headers(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ topics }),
        signal,
      });
    }

    it('answer every page with the same version', async () => {
      const path = `${ref.cluster}/${ref.namespace}/${ref.name}`;
      const stage = `/workloads/${path}/stages/image-provider`;
      const detail = stageDetailViewSchema.parse(
        await (await read(proxy, stage)).json(),
      );
      const { image, build } = detail.imageProvider ?? {};
      const under = ({ cluster, namespace, name }: ObjectRef) =>
        `${cluster}/${namespace}/${name}`;
      const pages = [
        '/workloads?limit=1000',
        '/workloads?limit=5&sort=-age',
        `/workloads/${path}`,
        stage,
        ...(image ? [`/images/${under(image)}/builds`] : []),
        ...(build ? [`/builds/${under(build.ref)}`] : []),
      ];
      expect(pages).toHaveLength(6);
      for (const page of pages) {
        const answers = await Promise.all(
          replicas.each.map(replica => read(replica, page)),
        );
        const [one, other] = answers.map(answer => answer.headers.get('etag'));
        expect([page, other]).toEqual([page, one]);
      }
    });

    it('tell a change within a second through the buffering that nginx comes with', async () => {
      const leaving = new AbortController();
      const topic = { type: 'workload', id: 'w', ref } as const;
      const response = await stream(proxy, [topic], leaving.signal);
      const messages = ndjson<StreamMessage>(response);
      expect((await messages.next()).value).toMatchObject({ type: 'view' });
      const took: number[] = [];
      // What a proxy holds back it holds back each time; a busy machine is slow once.
      for (const label of ['through', 'the', 'nginx']) {
        const changedAt = Date.now();
        relabel(label);
        expect((await messages.next()).value).toMatchObject({ type: 'patch' });
        took.push(Date.now() - changedAt);
      }
      expect(Math.min(...took)).toBeLessThan(1_000);
      leaving.abort();
    });

    it('go on by polling where a proxy buffers all the same', async () => {
      const asked: string[] = [];
      const live = liveClient(deafProxy.baseUrl, replicas.token, path =>
        asked.push(path.split('/').at(-1) ?? ''),
      );
      const told = listen(live);
      await told.until(() => asked.includes('poll'));
      relabel('by-poll');
      await told.until(label => label === 'by-poll');
      expect(asked.filter(what => what === 'stream')).toHaveLength(1);
      told.leave();
    });

    it('take over a stream when one of them is killed: nothing lost, nothing told twice', async () => {
      const upstreams: string[] = [];
      const live = liveClient(
        proxy.baseUrl,
        replicas.token,
        (path, response) => {
          if (path.endsWith('/stream')) {
            upstreams.push(response.headers.get(UPSTREAM_HEADER) ?? '');
          }
        },
      );
      relabel('before');
      const told = listen(live);
      await told.until(label => label === 'before');
      const holder = replicas.each.find(
        ({ baseUrl }) => new URL(baseUrl).host === upstreams[0],
      );
      if (!holder) throw new Error(`No replica at ${upstreams[0]}`);
      told.draws.splice(0);
      await holder.kill();
      relabel('after');
      await told.until(label => label === 'after');
      expect(upstreams.length).toBeGreaterThan(1);
      expect(upstreams.at(-1)).not.toBe(upstreams[0]);
      relabel('later');
      await told.until(label => label === 'later');
      expect(told.draws).toEqual(['after', 'later']);
      told.leave();
    });

    /** What a page that shows the workload draws, one after the other. */
    function listen(live: ReturnType<typeof liveClient>) {
      const topic = { type: 'workload', ref } as const;
      const draws: (string | undefined)[] = [];
      let look = () => {};
      const leave = live.subscribe(topic, () => {
        draws.push(live.current(topic).view?.labels.changed);
        look();
      });
      return {
        draws,
        leave,
        until: (wanted: (label: string | undefined) => boolean) =>
          new Promise<void>(resolve => {
            look = () => {
              const { state, stale, view } = live.current(topic);
              if (state !== 'ready' || stale) return;
              if (wanted(view?.labels.changed)) resolve();
            };
            look();
          }),
      };
    }
  },
);
