import { createHash } from 'node:crypto';
import { ContractClient } from '../contract/ContractClient.ts';
import { KIND } from '../controllers/kinds.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { ManualClock } from '../testing/ManualClock.ts';
import { findFamilies } from './findFamilies.ts';
import { startGeneratedCluster } from './startGeneratedCluster.ts';
import type { RunningGeneratedCluster } from './startGeneratedCluster.ts';

const recording = readRecording(recordingDirectory('run1'));
const families = findFamilies(recording);
const ADMIN = 'demo-admin-may-do-everything';
const KINDS = Object.values(KIND);

let cluster: RunningGeneratedCluster;
const clock = new ManualClock();
beforeAll(async () => {
  cluster = await startGeneratedCluster({ workloads: 120, recording, clock });
});
afterAll(() => cluster.close());

const itemsOf = (resource: { group: string; plural: string }) =>
  cluster.state.list(resource).items;
const generated = () =>
  KINDS.flatMap(itemsOf).filter(o => o.metadata.namespace?.startsWith('team-'));
/** As a client gets it. */
const received = (object: KubeObject) =>
  JSON.parse(JSON.stringify(object)) as KubeObject;

describe('a generated cluster', () => {
  it('has the workloads it was asked for, each with an image, one to three builds and the pod of the newest', () => {
    expect(itemsOf(KIND.workload)).toHaveLength(120);
    expect(itemsOf(KIND.image)).toHaveLength(120);
    for (const image of itemsOf(KIND.image)) {
      const builds = itemsOf(KIND.build).filter(
        b => b.metadata.ownerReferences?.[0]?.uid === image.metadata.uid,
      );
      const newest = textAt(image, 'status', 'latestBuildRef');
      expect(builds.map(b => b.metadata.name)).toContain(newest);
      expect(builds.length).toBeGreaterThanOrEqual(1);
      expect(builds.length).toBeLessThanOrEqual(4);
      expect(
        itemsOf(KIND.pod).map(p => p.metadata.labels?.['kpack.io/build']),
      ).toContain(newest);
    }
  });

  it('has every kind of outcome that its templates have, and builds under way', () => {
    const states = new Set(
      itemsOf(KIND.build).map(build =>
        textAt(listAt(build, 'status', 'conditions')[0], 'status'),
      ),
    );
    expect([...states].sort()).toEqual(['False', 'True', 'Unknown']);
  });

  it('names nothing twice and owns nothing by somebody who is not there', () => {
    const uids = generated().map(o => o.metadata.uid);
    expect(new Set(uids).size).toBe(uids.length);
    const known = new Set(uids);
    const strangers = generated().flatMap(object =>
      (object.metadata.ownerReferences ?? [])
        .filter(ref => !known.has(ref.uid))
        .map(ref => `${object.kind} ${object.metadata.name}: ${ref.uid}`),
    );
    expect(strangers).toEqual([]);
  });

  it('leaves nothing in it of the workloads it is made from', () => {
    const traces = families.flatMap(({ workload, image, builds, stamped }) => [
      `"${workload.metadata.name}"`,
      `"${workload.metadata.namespace}"`,
      ...[workload, image, ...stamped.map(s => s.object)]
        .concat(
          builds.flatMap(({ build, pod }) => (pod ? [build, pod] : build)),
        )
        .map(o => String(o.metadata.uid)),
    ]);
    const all = JSON.stringify(generated());
    expect(traces.filter(trace => all.includes(trace))).toEqual([]);
  });

  it('is as large as the real thing', () => {
    const bytes = itemsOf(KIND.workload).map(w => JSON.stringify(w).length);
    const mean = bytes.reduce((a, b) => a + b, 0) / bytes.length;
    expect(mean).toBeGreaterThan(10_000);
    expect(
      received(itemsOf(KIND.pod)[0] as KubeObject).metadata,
    ).toHaveProperty('managedFields');
  });

  it('proves the outputs that can be proved', () => {
    const outputs = itemsOf(KIND.workload)
      .flatMap(w => listAt(w, 'status', 'resources'))
      .flatMap(stage => listAt(stage, 'outputs'))
      .map(o => ({
        preview: textAt(o, 'preview') ?? '',
        digest: textAt(o, 'digest'),
      }))
      .filter(({ preview }) => preview.length < 900);
    expect(outputs.length).toBeGreaterThan(100);
    for (const { preview, digest } of outputs)
      expect(digest).toBe(
        `sha256:${createHash('sha256').update(preview).digest('hex')}`,
      );
  });

  it('is the same again with the same seed, and another with another', async () => {
    const at = {
      workloads: 10,
      recording,
      clock: new ManualClock(),
      ports: [],
    };
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map(seed => startGeneratedCluster({ ...at, seed })),
    );
    const text = (c: RunningGeneratedCluster | undefined) =>
      JSON.stringify(c?.state.list(KIND.workload).items);
    expect(text(one)).toBe(text(same));
    expect(text(one)).not.toBe(text(other));
  });

  it('answers over HTTP what it holds, whole, selected, and by name', async () => {
    const client = new ContractClient(cluster.servers[0]?.url ?? '', ADMIN);
    const path = '/apis/kpack.io/v1alpha2';
    const list = (await client.get(`${path}/builds`)).json() as {
      items: KubeObject[];
    };
    expect(list.items).toEqual(itemsOf(KIND.build).map(received));
    const { name = '', namespace = '' } = list.items[0]?.metadata ?? {};
    const one = await client.get(
      `${path}/namespaces/${namespace}/builds/${name}`,
    );
    expect(one.json()).toEqual(list.items[0]);
    const pods = await client.get(
      `/api/v1/pods?labelSelector=image.kpack.io/image%3D${
        list.items[0]?.metadata.labels?.['image.kpack.io/image'] ?? ''
      }`,
    );
    expect(listAt(pods.json(), 'items')).toHaveLength(1);
    client.close();
  });
});

describe('the next build of a generated workload', () => {
  const index = () =>
    [...Array(120).keys()].find(i => cluster.content.succeeds(i)) ?? 0;

  it('makes a new image under a new tag, and all objects tell of it', () => {
    const done = cluster.content.finishNow(index());
    const { namespace, workload } = done;
    const build = cluster.state.get(KIND.build, namespace, done.build);
    const image = cluster.state.get(KIND.image, namespace, workload);
    expect(listAt(build, 'spec', 'tags').at(-1)).toMatch(
      new RegExp(`:${done.tag}$`),
    );
    expect(build?.metadata.labels).toMatchObject({
      'image.kpack.io/buildNumber': String(done.number),
    });
    expect(image).toMatchObject({
      status: {
        buildCounter: done.number,
        latestBuildRef: done.build,
        latestImage: textAt(build, 'status', 'latestImage'),
      },
    });
    expect(
      JSON.stringify(cluster.state.get(KIND.workload, namespace, workload)),
    ).toContain(textAt(build, 'status', 'latestImage'));
  });

  it('tells watchers nothing but whole objects, and keeps three builds and one pod', () => {
    const told: string[] = [];
    const stop = cluster.state.subscribe(({ type, object }) =>
      told.push(`${type} ${object.kind} ${object.metadata.name}`),
    );
    const done = Array.from({ length: 5 }, () =>
      cluster.content.finishNow(index()),
    );
    stop();
    const { namespace, workload, build } = done.at(-1) ?? done[0] ?? never();
    expect(told).toContain(`ADDED Build ${build}`);
    expect(told).toContain(`MODIFIED Workload ${workload}`);
    const left = (kind: { group: string; plural: string }) =>
      cluster.state
        .list(kind, { namespace })
        .items.filter(
          o => o.metadata.labels?.['carto.run/workload-name'] === workload,
        )
        .map(o => o.metadata.name);
    expect(left(KIND.build)).toHaveLength(3);
    expect(left(KIND.pod)).toEqual([`${build}-build-pod`]);
  });

  it('keeps what was born when it was born, also from the middle of a build to its end', () => {
    const at = index();
    const { namespace, name } = cluster.content.nameOf(at);
    const born = () =>
      cluster.state.get(KIND.workload, namespace, name)?.metadata
        .creationTimestamp;
    const before = born();
    for (const _ of cluster.content.start(at)) clock.advance(1000);
    const running = cluster.state
      .list(KIND.build, { namespace })
      .items.filter(b => b.metadata.labels?.['image.kpack.io/image'] === name)
      .at(-1);
    const { build } = cluster.content.finishNow(at);
    expect(running?.metadata.name).toBe(build);
    const ended = cluster.state.get(KIND.build, namespace, build);
    expect(ended?.metadata).toMatchObject({ uid: running?.metadata.uid });
    expect(born()).toBe(before);
  });
});

it('has as many objects from the start as it will have, when histories are filled', async () => {
  const full = await startGeneratedCluster({ workloads: 30, recording, clock });
  try {
    const count = () =>
      KINDS.flatMap(kind => full.state.list(kind).items).length;
    full.content.fillHistories();
    const before = count();
    for (let index = 0; index < 30; index += 1) full.content.finishNow(index);
    for (let index = 0; index < 30; index += 1) full.content.finishNow(index);
    // Builds that were under way at the start have ended.
    expect(before - count()).toBeLessThanOrEqual(2);
    expect(count()).toBeLessThanOrEqual(before);
  } finally {
    await full.close();
  }
});

describe('churn', () => {
  it('writes as often as it is told and not after it is stopped', () => {
    let changes = 0;
    const stop = cluster.state.subscribe(() => {
      changes += 1;
    });
    cluster.churn.perMinute = 6_000;
    clock.advance(1_000);
    const inOneSecond = cluster.churn.written;
    expect(inOneSecond).toBeGreaterThanOrEqual(99);
    expect(inOneSecond).toBeLessThanOrEqual(101);
    expect(changes).toBeGreaterThan(80);
    cluster.churn.stop();
    clock.advance(1_000);
    expect(cluster.churn.written).toBe(inOneSecond);
    stop();
  });
});

function never(): never {
  throw new Error('There was no build');
}
