import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../clock/FakeClock';
import { Conflict } from '../clusters/errors/Conflict';
import type { PatchRequest } from '../clusters/PatchRequest';
import { buildAnnotations } from '../model/objects/buildAnnotations';
import { HeldCopy } from '../service/testing/HeldCopy';
import { objects } from '../service/testing/objects';
import { everything, readerOver } from '../service/testing/readerOver';
import { ClusterBuildTrigger } from './ClusterBuildTrigger';
import { NewerBuild } from './errors/NewerBuild';
import { NoImageToRebuild } from './errors/NoImageToRebuild';
import { TriggerQuota } from './TriggerQuota';

const CLUSTER = 'build';
const BUSY = new Conflict({
  cluster: CLUSTER,
  verb: 'patch',
  resource: 'builds.kpack.io',
});

/** A cluster with builds 1 to `number` of the Image `app`, whose patches are answered one after the other. */
function cluster(number: number, ...answers: readonly (Error | 'taken')[]) {
  const patches: PatchRequest[] = [];
  let version = 0;
  const held = Array.from({ length: number }, (_, i) =>
    objects.build('ns', 'app', i + 1),
  );
  return {
    patches,
    get lists() {
      return version;
    },
    held,
    async *list() {
      version += 1;
      // One at a time, as pages come.
      for (const build of held) {
        const metadata = {
          ...build.metadata,
          resourceVersion: `${version}`,
          uid: 'u',
        };
        yield { items: [{ ...build, metadata }], resourceVersion: '1' };
      }
    },
    async patch(request: PatchRequest) {
      patches.push(request);
      const answer = answers[patches.length - 1] ?? 'taken';
      if (answer instanceof Error) throw answer;
      return {};
    },
  };
}

function trigger(api: ReturnType<typeof cluster>) {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, [CLUSTER]);
  copy.put(CLUSTER, 'image', objects.image('ns', 'app'));
  for (const build of api.held) copy.put(CLUSTER, 'build', build);
  const it = new ClusterBuildTrigger({
    ...{ api, clock, reader: readerOver(copy, clock).reader },
    quota: new TriggerQuota(clock),
  });
  const [newest] = api.held.slice(-1);
  const ref: ObjectRef = {
    cluster: CLUSTER,
    namespace: 'ns',
    name: newest?.metadata.name ?? '',
  };
  return {
    copy,
    ask: (as = everything) => it.trigger(ref, { by: 'user:default/ann' }, as),
  };
}

describe('ClusterBuildTrigger', () => {
  it('patches the build that it saw, and no other of that name or version', async () => {
    const api = cluster(10);
    await trigger(api).ask();
    const at = '2030-01-01T00:00:00.000Z';
    expect(api.patches).toEqual([
      expect.objectContaining({
        ...{ cluster: CLUSTER, namespace: 'ns' },
        name: api.held.at(-1)?.metadata.name,
        merge: {
          metadata: {
            ...{ uid: 'u', resourceVersion: '1' },
            annotations: {
              [buildAnnotations.rebuild]: at,
              [buildAnnotations.askedAt]: at,
              [buildAnnotations.askedBy]: 'user:default/ann',
            },
          },
        },
      }),
    ]);
  });

  it('looks again when the build has changed meanwhile', async () => {
    const api = cluster(2, BUSY);
    await trigger(api).ask();
    expect(api.patches.map(({ merge }) => merge)).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({ resourceVersion: '1' }),
      }),
      expect.objectContaining({
        metadata: expect.objectContaining({ resourceVersion: '2' }),
      }),
    ]);
  });

  it('gives up on one that keeps changing', async () => {
    const api = cluster(2, BUSY, BUSY, BUSY);
    await expect(trigger(api).ask()).rejects.toBe(BUSY);
    expect(api.lists).toBe(3);
  });

  it('asks for nothing when a newer build has come between two looks', async () => {
    const api = cluster(2, BUSY);
    const { ask } = trigger(api);
    const patch = api.patch.bind(api);
    api.patch = async request => {
      api.held.push(objects.build('ns', 'app', 3));
      return patch(request);
    };
    await expect(ask()).rejects.toThrow(NewerBuild);
    expect(api.patches).toHaveLength(1);
  });

  it('does not try again what failed otherwise', async () => {
    const failure = new Error('no');
    const api = cluster(2, failure);
    await expect(trigger(api).ask()).rejects.toBe(failure);
    expect(api.patches).toHaveLength(1);
  });

  it('asks a cluster of their own as the person', async () => {
    const shared = cluster(2);
    const own = cluster(2);
    const { ask, copy } = trigger(shared);
    const personal = Object.assign(Object.create(copy) as typeof copy, {
      has: () => false,
      clusters: () => [],
      current: async () => {},
      source: () => ({ owner: 'ann', api: own }),
    });
    await ask({ ...everything, personal: personal as never });
    expect([shared.lists, shared.patches.length]).toEqual([0, 0]);
    expect(own.patches).toHaveLength(1);
  });

  it('has nothing to ask of a build that was made by hand', async () => {
    const api = cluster(1);
    const [build] = api.held;
    if (build) Object.assign(build.metadata, { labels: {} });
    await expect(trigger(api).ask()).rejects.toThrow(NoImageToRebuild);
    expect(api.lists).toBe(0);
  });
});
