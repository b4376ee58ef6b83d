import {
  workloadViewSchema,
  type StreamMessage,
  type WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { startPlugin, type RunningPlugin } from '../../testing/startPlugin';
import { ndjson } from '../../testing/ndjson';
import { everyKindRead } from '../../testing/everyKindRead';

// A real server on a busy machine is slow.
jest.setTimeout(120_000);

const APPS = { group: 'kappctrl.k14s.io', plural: 'apps' };
const MESSAGE =
  'kapp: Error: waiting on reconcile service/payments (serving.knative.dev/v1)';

describe('the delivery of a workload, over HTTP', () => {
  let demo: DemoClusters;
  let plugin: RunningPlugin;
  beforeAll(async () => {
    demo = await startDemoClusters();
    const token = demo.tokens.backstage;
    plugin = await startPlugin({
      clusters: {
        build: { cluster: demo.build, token },
        run: { cluster: demo.run, token },
      },
    });
    await everyKindRead(plugin);
  });
  afterAll(async () => {
    await plugin?.stop();
    await demo?.close();
  });

  async function read(): Promise<WorkloadView> {
    const answer = await plugin.fetch(
      '/v1/workloads/build/storefront/payments',
    );
    expect(answer.status).toBe(200);
    return workloadViewSchema.parse(await answer.json());
  }

  it('comes from the run cluster, with the address of the app', async () => {
    const [delivery] = (await read()).deliveries;
    expect(delivery?.ref.cluster).toBe('run');
    expect(delivery?.detail).toMatchObject({
      state: 'delivered',
      addresses: [{ url: 'https://payments.storefront.apps.example.com' }],
      problems: [],
    });
  });

  it('says why kapp fails there, while the build stays green', async () => {
    const app = demo.run.state.get(APPS, 'storefront', 'payments');
    if (!app) throw new Error('the demo has no App payments');
    demo.run.state.apply(APPS, {
      ...app,
      status: { usefulErrorMessage: MESSAGE, deploy: { exitCode: 1 } },
    });
    const failing = await until(plugin, read, view =>
      view.deliveries.some(({ detail }) =>
        detail?.stages.some(({ deploy }) => deploy?.failure === MESSAGE),
      ),
    );
    const image = failing.graph.stages.find(
      ({ name }) => name === 'image-provider',
    );
    expect(image?.phase.kind).toBe('ready');
  });
});

/** Reads again whenever the stream tells of the workload; the time limit is the test's. */
async function until(
  plugin: RunningPlugin,
  read: () => Promise<WorkloadView>,
  holds: (view: WorkloadView) => boolean,
): Promise<WorkloadView> {
  const ref = { cluster: 'build', namespace: 'storefront', name: 'payments' };
  const stream = await plugin.fetch('/v1/stream', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ topics: [{ type: 'workload', id: 'it', ref }] }),
  });
  for await (const { type } of ndjson<StreamMessage>(stream)) {
    if (type === 'bye') break;
    const view = await read();
    if (holds(view)) return view;
  }
  throw new Error('The stream ended without the change');
}
