import { ClusterUnreachable } from '../errors/ClusterUnreachable';
import { builds, type PluginInFront } from './PluginInFront';

/** What goes wrong, and by which error it is told from all else. */
// eslint-disable-next-line jest/no-export -- A part of the tests that share a backend, which takes long to start.
export function failuresThroughPlugin(front: PluginInFront): void {
  describe('tells apart', () => {
    it('what the cluster does not allow', async () => {
      await expect(front.all('no rights')).rejects.toMatchObject({
        because: 'denied',
        by: 'cluster',
        asked: {
          cluster: 'no rights',
          verb: 'list',
          resource: 'builds.kpack.io',
        },
      });
      await expect(
        front.api.log(
          { cluster: 'no rights', namespace: 'dev', pod: 'p', container: 'c' },
          front.life.signal,
        ),
      ).rejects.toMatchObject({
        because: 'denied',
        asked: { resource: 'pods/log' },
      });
    });

    it('credentials that the cluster does not accept', async () => {
      await expect(front.all('wrong token')).rejects.toMatchObject({
        because: 'denied',
        by: 'credentials',
      });
    });

    it('a cluster that is not there, since its first silence', async () => {
      const first = await front.all('nobody').catch((error: unknown) => error);
      const second = await front.all('nobody').catch((error: unknown) => error);
      if (!(first instanceof ClusterUnreachable)) throw first;
      if (!(second instanceof ClusterUnreachable)) throw second;
      expect(second.since).toEqual(first.since);
      await expect(
        front.api.contact('nobody', front.life.signal),
      ).rejects.toMatchObject({
        because: 'unreachable',
      });
    });

    it('a cluster that the kubernetes plugin does not know', async () => {
      await expect(front.all('unheard of')).rejects.toMatchObject({
        because: 'cluster-unknown',
        cluster: 'unheard of',
      });
    });

    it('a kind that is not installed from an object that is not there', async () => {
      await expect(
        front.all('build', {
          group: 'nothere.example.com',
          version: 'v1',
          plural: 'things',
        }),
      ).rejects.toMatchObject({ because: 'kind-absent' });
      await expect(
        front.api.get(
          {
            cluster: 'build',
            resource: builds,
            namespace: 'dev',
            name: 'nothere',
          },
          front.life.signal,
        ),
      ).rejects.toMatchObject({ because: 'not-found' });
    });

    it('a cluster that asks to wait from one that fails', async () => {
      front.demo.run.faults.set({ tooManyRequests: { retryAfterSeconds: 7 } });
      await expect(front.all('run')).rejects.toMatchObject({
        because: 'too-many-requests',
        retryAfterMs: 7000,
      });
      front.demo.run.faults.reset();
      front.demo.run.faults.set({ serverError: {} });
      await expect(front.all('run')).rejects.toMatchObject({
        because: 'upstream-failure',
        status: 500,
      });
    });

    it('a container that waits from a pod that is gone', async () => {
      const pod = front.runningContainer();
      front.demo.build.state.logs.refuse(
        pod.namespace,
        pod.pod,
        pod.container,
        {
          ...{
            kind: 'Status',
            apiVersion: 'v1',
            metadata: {},
            status: 'Failure',
          },
          message: `container "build" in pod "${pod.pod}" is waiting to start: PodInitializing`,
          ...{ reason: 'BadRequest', code: 400 },
        },
      );
      await expect(
        front.api.log({ cluster: 'build', ...pod }, front.life.signal),
      ).rejects.toMatchObject({
        because: 'container-waiting',
        reason: 'PodInitializing',
      });
      await expect(
        front.api.log(
          { cluster: 'build', ...pod, pod: 'gone' },
          front.life.signal,
        ),
      ).rejects.toMatchObject({ because: 'not-found' });
    });
  });

  it('takes refusal for contact', async () => {
    await expect(
      front.api.contact('no rights', front.life.signal),
    ).resolves.toBeUndefined();
    await expect(
      front.api.contact('wrong token', front.life.signal),
    ).resolves.toBeUndefined();
  });

  it('reaches a cluster whose name is not ASCII', async () => {
    await expect(
      front.api.contact('Grüße', front.life.signal),
    ).resolves.toBeUndefined();
  });

  it('does not wait for a black hole longer than ten seconds, nor does anybody else', async () => {
    front.demo.run.faults.set({ blackHole: true });
    const at = Date.now();
    const hole = front.all('run').catch((error: unknown) => error);
    await front.all('build');
    expect(Date.now() - at).toBeLessThan(9_000);
    expect(await hole).toBeInstanceOf(ClusterUnreachable);
    expect(Date.now() - at).toBeLessThan(30_000);
  });

  it('throws the reason of its signal and nothing else', async () => {
    const reason = new Error('left');
    front.demo.run.faults.set({ blackHole: true });
    const asking = front.all('run');
    front.life.abort(reason);
    await expect(asking).rejects.toBe(reason);
    await expect(front.api.clusters(front.life.signal)).rejects.toBe(reason);
  });
}
