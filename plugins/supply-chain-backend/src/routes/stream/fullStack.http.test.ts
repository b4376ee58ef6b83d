import type { DemoClusters } from 'demo-cluster';
import { startDemoClusters } from 'demo-cluster';
import {
  workloadsAnswerSchema,
  type StreamMessage,
  type ViewPatch,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { request, type IncomingMessage } from 'node:http';
import { ndjson } from '../../testing/ndjson';
import {
  startKubernetesBackend,
  type KubernetesBackend,
} from '../../testing/startKubernetesBackend';

jest.setTimeout(120_000);

let demo: DemoClusters;
let backend: KubernetesBackend;
let token: string;

const paths = (...names: string[]) => names.map(name => require.resolve(name));

/** A backend as people run it: `createBackend()` with its compression, the real kubernetes plugin, a guest's real token. */
beforeAll(async () => {
  demo = await startDemoClusters({ speed: 20 });
  const of = (name: 'build' | 'run') => ({
    name,
    url: demo[name].url,
    authProvider: 'serviceAccount',
    serviceAccountToken: demo.tokens.backstage,
  });
  backend = await startKubernetesBackend({
    clusters: [of('build'), of('run')],
    features: paths(
      '@backstage/plugin-auth-backend',
      '@backstage/plugin-auth-backend-module-guest-provider',
      '@backstage/plugin-catalog-backend',
      '../../index.ts',
    ),
    config: {
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
    },
  });
  const response = await fetch(`${backend.baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const session = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  token = session.backstageIdentity.token;
});
afterAll(async () => {
  await backend?.stop();
  await demo?.close();
});

/** As a browser does: it would take gzip. Node's own fetch would not show whether bytes were held back. */
function post(path: string, body: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${backend.baseUrl}/api/supply-chain${path}`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Accept-Encoding': 'gzip, deflate, br',
          'Content-Type': 'application/json',
        },
      },
      resolve,
    );
    asked.once('error', reject);
    asked.end(JSON.stringify(body));
  });
}

/** Once the first lists are there: a machine under load may need longer for them than one request waits. */
async function readyRow(): Promise<WorkloadRow> {
  for (;;) {
    const response = await fetch(
      `${backend.baseUrl}/api/supply-chain/v1/workloads`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    const answer = await response.json();
    if (response.status !== 200) throw new Error(JSON.stringify(answer));
    const { items, clusters } = workloadsAnswerSchema.parse(answer);
    if (clusters.some(({ state }) => state !== 'fresh')) continue;
    const row = items.find(
      ({ phase, engine }) => phase === 'ready' && engine === 'kpack',
    );
    if (!row) throw new Error('No workload built by kpack is ready');
    return row;
  }
}

it('streams past the compression of a real backend, and tells a change within a second', async () => {
  const row = await readyRow();

  const response = await post('/v1/stream', {
    topics: [
      { type: 'workload', id: 'one', ref: row.ref },
      { type: 'workloads', id: 'all', query: { limit: 1000 } },
    ],
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(response.headers['cache-control']).toContain('no-transform');
  const lines = messages(response);
  const first = await lines.next();
  expect(first.value).toMatchObject({ type: 'view' });

  const kind = { group: 'carto.run', version: 'v1alpha1', plural: 'workloads' };
  const { namespace, name } = row.ref;
  const took: number[] = [];
  // What is held back by compression is held back each time; a busy machine is slow once.
  for (const changed of ['one', 'two', 'three']) {
    const workload = demo.build.state.get(kind, namespace, name);
    if (!workload) throw new Error('The workload is gone');
    const changedAt = Date.now();
    demo.build.state.apply(kind, {
      ...workload,
      metadata: {
        ...workload.metadata,
        labels: { ...workload.metadata.labels, changed },
      },
    });
    for (;;) {
      const { value: message } = await lines.next();
      if (!message) throw new Error('The stream has ended');
      if (message.type === 'patch' && tellsLabel(message.patch, changed)) break;
    }
    took.push(Date.now() - changedAt);
  }
  expect(Math.min(...took)).toBeLessThan(1_000);
  response.destroy();
});

it('follows a log through the real kubernetes plugin while it grows', async () => {
  const { ref } = await readyRow();
  const image = `${ref.namespace}/${ref.name}`;
  const pushed = demo.world.push(image);
  const builds = `${backend.baseUrl}/api/supply-chain/v1`;
  const headers = { Authorization: `Bearer ${token}` };
  let running: string | undefined;
  while (!running) {
    const response = await fetch(
      `${builds}/workloads/build/${image}/stages/image-provider`,
      { headers },
    );
    const detail = (await response.json()) as {
      imageProvider?: {
        build?: { ref: { name: string }; phase: { kind: string } };
      };
    };
    const build = detail.imageProvider?.build;
    if (build?.phase.kind === 'running') running = build.ref.name;
  }
  const response = await fetch(
    `${builds}/builds/build/${ref.namespace}/${running}/logs?follow`,
    { headers },
  );
  const types: string[] = [];
  for await (const message of ndjson<{ type: string }>(response)) {
    types.push(message.type);
  }
  expect(types[0]).toBe('steps');
  expect(types).toContain('lines');
  expect(types.at(-1)).toBe('end');
  await pushed;
});

const tellsLabel = (patch: ViewPatch, label: string) =>
  JSON.stringify(patch).includes(`["changed",{"set":"${label}"}]`);

async function* messages(
  response: IncomingMessage,
): AsyncGenerator<StreamMessage> {
  let rest = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as StreamMessage;
  }
}
