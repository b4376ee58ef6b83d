import {
  deliveriesAnswerSchema,
  workloadViewSchema,
  type DeliveriesAnswer,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { startPlugin, type RunningPlugin } from '../../testing/startPlugin';
import { ndjson } from '../../testing/ndjson';
import { everyKindRead, type AskedByItself } from '../../testing/everyKindRead';

// A real server on a busy machine is slow.
jest.setTimeout(120_000);

const APPS = { group: 'kappctrl.k14s.io', plural: 'apps' };
const WORKLOAD = '/v1/workloads/build/storefront/payments';
const MESSAGE =
  'kapp: Error: waiting on reconcile service/payments (serving.knative.dev/v1)';

describe('the delivery of a workload, over HTTP', () => {
  let demo: DemoClusters;
  let plugin: RunningPlugin;
  let byItself: AskedByItself;
  beforeAll(async () => {
    demo = await startDemoClusters();
    const token = demo.tokens.backstage;
    plugin = await startPlugin({
      clusters: {
        build: { cluster: demo.build, token },
        run: { cluster: demo.run, token },
      },
    });
    byItself = await everyKindRead(plugin);
  });
  afterAll(async () => {
    await plugin?.stop();
    await demo?.close();
  });

  async function get(path: string): Promise<unknown> {
    const answer = await plugin.fetch(path);
    expect(answer.status).toBe(200);
    return answer.json();
  }
  const workload = async () => workloadViewSchema.parse(await get(WORKLOAD));
  const delivery = async () =>
    deliveriesAnswerSchema.parse(await get(`${WORKLOAD}/delivery`));
  /** What clusters were asked because somebody looked. */
  const asked = () => plugin.upstream.filter(each => !byItself(each));

  // First: nobody has looked yet, so that nothing is known already.
  it('is nothing that a cluster is asked for by who reads the workload', async () => {
    const [found] = (await workload()).deliveries;
    expect(found).toMatchObject({ phase: 'ready', ref: { cluster: 'run' } });
    expect(asked()).toEqual([]);
  });

  it('comes from the run cluster, with the address of the app', async () => {
    const [found] = (await delivery()).deliveries;
    expect(found).toMatchObject({
      ref: { cluster: 'run', namespace: 'storefront', name: 'payments' },
      state: 'delivered',
      addresses: [{ url: 'https://payments.storefront.apps.example.com' }],
      problems: [],
    });
    expect(asked().map(({ path }) => path)).toContainEqual(
      expect.stringContaining('/apps?'),
    );
  });

  it('says why kapp fails there, while the build stays green', async () => {
    const app = demo.run.state.get(APPS, 'storefront', 'payments');
    if (!app) throw new Error('the demo has no App payments');
    demo.run.state.apply(APPS, {
      ...app,
      status: { usefulErrorMessage: MESSAGE, deploy: { exitCode: 1 } },
    });
    await until(plugin, delivery, view =>
      view.deliveries.some(({ stages }) =>
        stages.some(({ deploy }) => deploy?.failure === MESSAGE),
      ),
    );
    const image = (await workload()).graph.stages.find(
      ({ name }) => name === 'image-provider',
    );
    expect(image?.phase.kind).toBe('ready');
  });
});

/** Reads again whenever the stream tells of the delivery; the time limit is the test's. */
async function until(
  plugin: RunningPlugin,
  read: () => Promise<DeliveriesAnswer>,
  holds: (view: DeliveriesAnswer) => boolean,
): Promise<DeliveriesAnswer> {
  const ref = { cluster: 'build', namespace: 'storefront', name: 'payments' };
  const stream = await plugin.fetch('/v1/stream', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ topics: [{ type: 'delivery', id: 'it', ref }] }),
  });
  for await (const { type } of ndjson<StreamMessage>(stream)) {
    if (type === 'bye') break;
    const view = await read();
    if (holds(view)) return view;
  }
  throw new Error('The stream ended without the change');
}
