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

/** Recorded minutes pass in a second. */
const SPEED = 500;
const WORKLOAD = '/v1/workloads/build/storefront/payments';

describe('the delivery of a workload, over HTTP', () => {
  let demo: DemoClusters;
  let plugin: RunningPlugin;
  let byItself: AskedByItself;
  beforeAll(async () => {
    demo = await startDemoClusters({ speed: SPEED });
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

  it('fails there with what kapp says, while the build stays green', async () => {
    const pushed = demo.world.push('storefront/payments', {
      delivery: 'failed',
    });
    // App, Service and Deliverable come by watches of their own, in any order.
    const { deliveries } = await until(plugin, delivery, view =>
      view.deliveries.some(
        ({ state, stages, addresses }) =>
          state === 'failed' &&
          stages[1]?.deploy?.failure !== undefined &&
          addresses[0]?.newestSays?.includes('Unable to fetch'),
      ),
    );
    await pushed;
    const [found] = deliveries;
    expect(found?.stages[1]?.deploy).toMatchObject({
      failure: expect.stringContaining(
        'waiting on reconcile service/payments (serving.knative.dev/v1)',
      ),
      output: expect.stringContaining('fail: reconcile service/payments'),
      exitCode: 1,
    });
    expect(found?.deployed).toMatch(/^main@sha1:[0-9a-f]{40}$/);
    expect(found?.deployed).not.toBe(found?.fetched);
    expect(found?.addresses).toMatchObject([
      {
        newestSays: expect.stringContaining('Unable to fetch image'),
        serves: expect.stringMatching(/^payments-\d{5}$/),
      },
    ]);
    const view = await workload();
    expect(view).toMatchObject({
      ...{ phase: 'failed', owner: 'platform' },
      says: expect.stringMatching(
        /^Delivery on run: Deployer: service\/payments: Revision "payments-\d{5}" failed with message: Unable to fetch image .*; still serving [0-9a-f]{7}$/,
      ),
      deliveries: [{ phase: 'failed', owner: 'platform' }],
    });
    const image = view.graph.stages.find(
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
