import { until } from '../../testing/until';
import type { PluginInFront } from './PluginInFront';

/** Logs, as the kubelet has them. */
// eslint-disable-next-line jest/no-export -- A part of the tests that share a backend, which takes long to start.
export function logsThroughPlugin(front: PluginInFront): void {
  it('gives a log byte by byte as the kubelet has it, live', async () => {
    const log = front.runningContainer();
    const chunks: string[] = [];
    const first = Buffer.from('\u001b[31mrot\u001b[0m ✓ \r 50%', 'utf8');
    front.demo.build.state.logs.append(log.namespace, log.pod, log.container, {
      at: '2026-11-22T21:00:00.000000001Z',
      bytes: first,
    });
    const request = { cluster: 'build', ...log, follow: true };
    const stream = await front.api.log(request, front.life.signal);
    const reading = (async () => {
      for await (const chunk of stream)
        chunks.push(Buffer.from(chunk).toString('utf8'));
    })();
    await until(() => chunks.join('').includes('50%'));
    front.demo.build.state.logs.append(log.namespace, log.pod, log.container, {
      at: '2026-11-22T21:00:01Z',
      bytes: Buffer.from('more'),
    });
    // It is not over: what comes is handed on as it comes.
    await until(() => chunks.join('').endsWith('more\n'));
    front.demo.build.state.logs.end(log.namespace, log.pod, log.container);
    await reading;
    expect(chunks.join('')).toBe(`${first.toString('utf8')}\nmore\n`);
  });

  it('leaves a log that it follows when its signal aborts', async () => {
    const log = front.runningContainer();
    front.demo.build.state.logs.append(log.namespace, log.pod, log.container, {
      at: '2026-11-22T21:00:00Z',
      bytes: Buffer.from('x'),
    });
    const stream = await front.api.log(
      { cluster: 'build', ...log, follow: true },
      front.life.signal,
    );
    const reading = (async () => {
      for await (const _ of stream) front.life.abort(new Error('left'));
    })();
    await expect(reading).rejects.toThrow('left');

    // The plugin's proxy has not noticed. When this fails it has been mended: docs/decisions/one-upstream-a-container.md.
    const { logs } = front.demo.build.state;
    logs.append(log.namespace, log.pod, log.container, {
      at: '2026-11-22T21:00:01Z',
      bytes: Buffer.from('y'),
    });
    front.life = new AbortController();
    await front.all('build');
    const open = () => front.demo.build.server.metrics().openLogFollows;
    expect(open()).toBe(1);
    logs.end(log.namespace, log.pod, log.container);
    await until(() => open() === 0);
  });

  it('gives an empty log for a pod without a node', async () => {
    const log = front.runningContainer({});
    const stream = await front.api.log(
      { cluster: 'build', ...log },
      front.life.signal,
    );
    for await (const chunk of stream) expect(chunk).toHaveLength(0);
  });
}
