import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startDemoClusters } from './startDemoClusters.ts';
import { FastDemo } from './testing/FastDemo.ts';

/** A whole supply chain is about 500 timers of at least a millisecond; busy machines take their time. */
jest.setTimeout(60_000);

const demo = new FastDemo();
afterEach(() => demo.close());

describe('what is served at the start', () => {
  it('is the recorded end, as if it ended now', async () => {
    await demo.start();
    const created = demo
      .on('build', 'builds.kpack.io')
      .map(b => Date.parse(b.metadata.creationTimestamp ?? ''));
    const newest = Date.now() - Math.max(...created);
    expect(newest).toBeGreaterThan(0);
    expect(newest).toBeLessThan(3_600_000);
    const future = demo
      .on('build', 'pods')
      .filter(pod =>
        (
          JSON.stringify(pod).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g) ?? []
        ).some(instant => Date.parse(instant) > Date.now()),
      );
    expect(future).toEqual([]);
  });

  it('answers its users over HTTP as their roles say', async () => {
    const { build, run, tokens } = await demo.start();
    const status = async (url: string, user: keyof typeof tokens | undefined) =>
      (
        await fetch(url, {
          headers: user ? { authorization: `Bearer ${tokens[user]}` } : {},
        })
      ).status;
    const builds = `${build.url}/apis/kpack.io/v1alpha2/builds`;
    const apps = `${run.url}/apis/kappctrl.k14s.io/v1alpha1/apps`;
    expect(await status(builds, 'backstage')).toBe(200);
    expect(await status(builds, 'limited')).toBe(403);
    expect(await status(builds, 'viewer')).toBe(403);
    expect(await status(builds, undefined)).toBe(403);
    expect(await status(apps, 'backstage')).toBe(200);
    const [namespace] = demo
      .on('build', 'roles.rbac.authorization.k8s.io')
      .map(r => r.metadata.namespace);
    const some = `${build.url}/apis/carto.run/v1alpha1/namespaces/${namespace}/workloads`;
    expect(await status(some, 'limited')).toBe(200);
    expect(await status(`${build.url}/api/v1/secrets`, 'admin')).not.toBe(403);
  });

  it('can be kept from starting by a taken port, and says which', async () => {
    await demo.start();
    const taken = createServer();
    await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    await expect(startDemoClusters({ ports: { run: port } })).rejects.toThrow(
      `Port ${port} (run) is taken: end what listens there, or choose another one with --port-run`,
    );
    await new Promise(done => taken.close(done));
  });

  it('ends with the signal', async () => {
    const ending = new AbortController();
    const { close, control, world } = await startDemoClusters({
      ...{ signal: ending.signal, autoplay: true },
    });
    ending.abort();
    await close();
    await expect(fetch(control.url)).rejects.toThrow();
    expect(world.episodes()).toEqual([]);
  });
});
