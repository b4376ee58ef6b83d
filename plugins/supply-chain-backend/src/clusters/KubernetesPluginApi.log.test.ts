import { ScriptedPlugin } from './testing/ScriptedPlugin';
import { writtenBody, type WrittenBody } from './testing/writtenBody';

describe('KubernetesPluginApi', () => {
  let plugin: ScriptedPlugin;

  beforeEach(() => {
    plugin = new ScriptedPlugin();
  });

  afterEach(() => expect(plugin.clock.waits).toEqual([]));

  describe('log', () => {
    const log = {
      cluster: 'build',
      namespace: 'dev',
      pod: 'p',
      container: 'build',
    };

    it('waits for a silent container as long as it likes, when following', async () => {
      let body: WrittenBody | undefined;
      plugin.answer = request => {
        body = writtenBody(request);
        return body.response;
      };
      const got: string[] = [];
      const reading = (async () => {
        const chunks = await plugin.api.log(
          { ...log, follow: true },
          plugin.life.signal,
        );
        for await (const chunk of chunks)
          got.push(Buffer.from(chunk).toString());
      })();
      await plugin.clock.settle();
      await plugin.clock.advance(3_600_000);
      body?.write('at last\n');
      body?.end();
      await reading;
      expect(got).toEqual(['at last\n']);
    });

    it('does not call a container silent for long a dead cluster', async () => {
      plugin.answer = () =>
        Promise.reject(
          Object.assign(new TypeError('fetch failed'), {
            cause: { code: 'UND_ERR_HEADERS_TIMEOUT' },
          }),
        );
      await expect(
        plugin.api.log({ ...log, follow: true }, plugin.life.signal),
      ).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });

    it('tells a log that was cut off from one that is over', async () => {
      let body: WrittenBody | undefined;
      plugin.answer = request => {
        body = writtenBody(request);
        return body.response;
      };
      const chunks = await plugin.api.log(log, plugin.life.signal);
      const reading = (async () => {
        for await (const _ of chunks);
      })();
      body?.reset();
      await expect(reading).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });
  });
});
