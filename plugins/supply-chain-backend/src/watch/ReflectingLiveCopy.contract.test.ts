import type { DemoCluster, DemoClusters } from 'demo-cluster';
import { startDemoClusters } from 'demo-cluster';
import { FastClock } from '../clock/FastClock';
import { isRecord } from '../clusters/isRecord';
import { KubernetesPluginApi } from '../clusters/KubernetesPluginApi';
import { directKubernetes } from '../testing/directKubernetes';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import { Unreadable } from './Unreadable';
import type { WatchedKind } from './WatchedKind';

interface Thing {
  readonly key: string;
  readonly uid: string;
}

const BUILDS = { group: 'kpack.io', version: 'v1alpha2', plural: 'builds' };
const IMAGES = { group: 'kpack.io', version: 'v1alpha2', plural: 'images' };
const PODS = { group: '', version: 'v1', plural: 'pods' };

/** What a model of our own would keep of anything. */
function thing(resource: typeof BUILDS, kind: string): WatchedKind<Thing> {
  return {
    ...{ resource, kind, namespaced: true },
    read: raw => {
      const object = isRecord(raw) ? raw : {};
      const metadata = isRecord(object.metadata) ? object.metadata : {};
      if (!isRecord(object.spec)) throw new Unreadable('spec is no object');
      return {
        key: `${metadata.namespace}/${metadata.name}`,
        uid: String(metadata.uid),
      };
    },
    indexes: { uid: of => [of.uid] },
  };
}

const builds = thing(BUILDS, 'Build');
const images = thing(IMAGES, 'Image');
const pods = { ...thing(PODS, 'Pod'), labelSelector: 'kpack.io/build' };

jest.setTimeout(60_000);

describe('the live copy of clusters that answer over HTTP, and fail', () => {
  /** In a hurry: what waits for seconds here waits for tenths of them. */
  const clock = new FastClock(10);
  let demo: DemoClusters;
  let copy: ReflectingLiveCopy;

  let before: Readonly<Record<string, number>>;

  beforeAll(async () => {
    demo = await startDemoClusters();
  });

  afterAll(() => demo.close());

  beforeEach(() => {
    before = demo.build.server.metrics().requests;
    const api = new KubernetesPluginApi({
      ...directKubernetes({
        build: { cluster: demo.build, token: demo.tokens.backstage },
        run: { cluster: demo.run, token: demo.tokens.admin },
      }),
      ...{ clock, random: Math.random },
    });
    copy = new ReflectingLiveCopy({
      ...{ api, clock, random: Math.random, kinds: [builds, images, pods] },
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    });
  });

  afterEach(async () => {
    await copy.stop();
    demo.build.faults.reset();
    demo.run.faults.reset();
    await until(() => demo.build.server.metrics().openWatches === 0);
    await until(() => demo.run.server.metrics().openWatches === 0);
  });

  /** Of the build cluster, since this test began. */
  const asked = (what: string) =>
    (demo.build.server.metrics().requests[what] ?? 0) - (before[what] ?? 0);

  async function wake() {
    copy.touch();
    await copy.ready(new AbortController().signal, 20_000);
  }

  const health = (kind = builds, cluster = 'build') =>
    copy.kind(cluster, kind).health;

  function truth(cluster: DemoCluster, resource = BUILDS): string[] {
    return cluster.state
      .list(resource)
      .items.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      .sort();
  }

  const held = (kind = builds, cluster = 'build') =>
    [...copy.kind(cluster, kind).all()].map(of => of.key).sort();

  /** Removes one Build and adds another, as a cluster does that lives on. */
  function live(n: number) {
    const [first] = demo.build.state.list(BUILDS).items;
    if (!first) throw new Error('The recording has no Build');
    const { uid: _uid, ...metadata } = first.metadata;
    demo.build.state.remove(BUILDS, metadata.namespace, metadata.name);
    demo.build.state.apply(BUILDS, {
      ...first,
      metadata: { ...metadata, name: `new-${n}` },
    });
  }

  async function sameAsCluster() {
    await until(
      () => JSON.stringify(held()) === JSON.stringify(truth(demo.build)),
    );
    expect(held()).toEqual(truth(demo.build));
  }

  it('holds what the clusters hold, of the labels asked for', async () => {
    await wake();
    expect(held()).toEqual(truth(demo.build));
    expect(held(images)).toEqual(truth(demo.build, IMAGES));
    expect(health()).toMatchObject({ state: 'fresh', unreadable: 0 });
    expect(held(pods).length).toBeGreaterThan(0);
    expect(held(pods).length).toBeLessThan(truth(demo.build, PODS).length);
  });

  it('has a change within a second', async () => {
    await wake();
    const late: number[] = [];
    let applied = 0;
    copy.onChange(change => {
      if (change.what === 'objects') late.push(Date.now() - applied);
    });
    for (let n = 0; n < 20; n += 1) {
      const seen = late.length;
      applied = Date.now();
      live(n);
      await until(() => late.length >= seen + 2);
    }
    await sameAsCluster();
    // The machine may be busy once; every one late would be ours.
    late.sort((a, b) => a - b);
    expect(late[Math.floor(late.length / 2)]).toBeLessThan(1_000);
  });

  it('asks each kind one list and one watch in one, whatever the number of readers', async () => {
    await wake();
    await until(() => demo.build.server.metrics().openWatches === 3);
    for (let reader = 0; reader < 50; reader += 1) await wake();
    // A list that is streamed is the beginning of the watch.
    expect(asked('list builds.kpack.io')).toBe(0);
    expect(asked('watch builds.kpack.io')).toBe(1);
  });

  it('loses nothing when connections are reset', async () => {
    await wake();
    for (let n = 0; n < 3; n += 1) {
      demo.build.faults.set({ resetConnections: true });
      live(n);
      demo.build.faults.reset();
      await sameAsCluster();
    }
    expect(health().state).toBe('fresh');
  });

  it('says that a dead cluster is down, keeps its objects, serves the other, and recovers by itself', async () => {
    await wake();
    const old = held();
    demo.build.faults.set({ dead: true });
    await until(() => health().state === 'down');
    expect(health()).toMatchObject({
      problem: { because: 'unreachable', cluster: 'build' },
    });
    expect(held()).toEqual(old);
    expect(health(builds, 'run').state).not.toBe('down');
    live(1);
    demo.build.faults.reset();
    await until(() => health().state === 'fresh');
    await sameAsCluster();
  });

  it('is not held up by a black hole, and names it', async () => {
    demo.run.faults.set({ blackHole: true });
    const at = Date.now();
    copy.touch();
    await until(() => health().state === 'fresh');
    // The hole is given ten seconds.
    expect(Date.now() - at).toBeLessThan(9_000);
    await until(() => health(builds, 'run').state === 'down');
    expect(health(builds, 'run').problem).toMatchObject({ cluster: 'run' });
  });

  it('names the one kind that is forbidden, with its verb, and shows the others', async () => {
    demo.build.faults.set({ forbid: [{ resource: 'builds.kpack.io' }] });
    await wake();
    expect(health()).toMatchObject({
      state: 'denied',
      objects: 0,
      problem: {
        ...{ because: 'denied', cluster: 'build' },
        ...{ verb: 'list', resource: 'builds.kpack.io' },
      },
    });
    expect(health(images).state).toBe('fresh');
    demo.build.faults.reset();
    await until(() => health().state === 'fresh');
    await sameAsCluster();
  });

  it('leaves nothing open when it stops, in whatever state', async () => {
    await wake();
    demo.run.faults.set({ blackHole: true });
    demo.run.faults.endWatchesNow();
    await until(() => demo.build.server.metrics().openWatches === 3);
    await copy.stop();
    await until(() => demo.build.server.metrics().openWatches === 0);
    expect(copy.clusters()).toEqual([]);
  });

  async function until(holds: () => boolean, ms = 60_000) {
    const patience = AbortSignal.timeout(ms);
    while (!holds()) await clock.sleep(50, patience);
  }
});
