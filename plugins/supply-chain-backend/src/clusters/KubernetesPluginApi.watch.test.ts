import { everywhere, ScriptedPlugin } from './testing/ScriptedPlugin';
import { writtenBody, type WrittenBody } from './testing/writtenBody';
import type { WatchEvent } from './WatchEvent';

describe('KubernetesPluginApi', () => {
  let plugin: ScriptedPlugin;

  beforeEach(() => {
    plugin = new ScriptedPlugin();
  });

  afterEach(() => expect(plugin.clock.waits).toEqual([]));

  describe('watch', () => {
    let body: WrittenBody;

    beforeEach(() => {
      plugin.answer = request => {
        body = writtenBody(request);
        return body.response;
      };
    });

    const line = (type: string, resourceVersion: string) =>
      `${JSON.stringify({
        type,
        object: { metadata: { resourceVersion } },
      })}\n`;

    it('asks for bookmarks, an end, and bytes as they come', async () => {
      const watching = plugin.events();
      await plugin.clock.settle();
      body.end();
      await watching;
      const { url, headers } = plugin.first;
      expect(Object.fromEntries(url.searchParams)).toEqual({
        watch: 'true',
        resourceVersion: '7',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '265',
      });
      expect(headers.get('Accept-Encoding')).toBe('identity');
    });

    it('asks for the state first when it has no version to go on from, and lasts as long as it is told', async () => {
      const watching = (async () => {
        const request = { ...everywhere, namespace: 'dev', seconds: 555 };
        for await (const _ of plugin.api.watch(request, plugin.life.signal));
      })();
      await plugin.clock.settle();
      body.end();
      await watching;
      const { url } = plugin.first;
      expect(url.pathname).toContain('/namespaces/dev/builds');
      expect(Object.fromEntries(url.searchParams)).toEqual({
        watch: 'true',
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '555',
      });
    });

    it('gives each event as soon as its line is whole', async () => {
      const got: WatchEvent[] = [];
      const watching = plugin.events(got);
      await plugin.clock.settle();
      const added = line('ADDED', '8');
      body.write(added.slice(0, 20));
      await plugin.clock.settle();
      expect(got).toEqual([]);
      body.write(added.slice(20) + line('BOOKMARK', '9'));
      await plugin.clock.settle();
      expect(got).toMatchObject([
        { type: 'ADDED' },
        { type: 'BOOKMARK', resourceVersion: '9' },
      ]);
      body.end();
      await watching;
    });

    it('drops a last line that was cut off', async () => {
      const got: WatchEvent[] = [];
      const watching = plugin.events(got);
      await plugin.clock.settle();
      body.write(line('ADDED', '8') + line('ADDED', '9').slice(0, 30));
      body.end();
      await watching;
      expect(got).toHaveLength(1);
    });

    it('throws an ERROR event as what it means', async () => {
      const watching = plugin.events();
      await plugin.clock.settle();
      const object = { kind: 'Status', code: 410, message: 'x' };
      body.write(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      await expect(watching).rejects.toMatchObject({ because: 'gone' });
      expect(body.closed).toHaveBeenCalled();
    });

    it('throws away nothing silently: an unreadable line ends it', async () => {
      const watching = plugin.events();
      await plugin.clock.settle();
      body.write('{"type":"ADDED","object":{"metadata"\n');
      await expect(watching).rejects.toMatchObject({
        because: 'broken-answer',
      });
    });

    it('says that the connection broke', async () => {
      const watching = plugin.events();
      await plugin.clock.settle();
      body.reset();
      await expect(watching).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });

    it('gives up a connection that outlives its own end', async () => {
      const watching = plugin.events().catch((error: unknown) => error);
      await plugin.clock.settle();
      await plugin.clock.advance(264_000);
      body.write(line('BOOKMARK', '9'));
      await plugin.clock.advance(9_000);
      expect(await watching).toMatchObject({ because: 'connection-lost' });
    });

    it('closes the connection when its reader leaves', async () => {
      const request = { ...everywhere, resourceVersion: '7' };
      const watching = (async () => {
        for await (const _ of plugin.api.watch(request, plugin.life.signal))
          break;
      })();
      await plugin.clock.settle();
      body.write(line('ADDED', '8'));
      await watching;
      expect(body.closed).toHaveBeenCalled();
    });

    it('ends with its signal, for its reason', async () => {
      const reason = new Error('left');
      const watching = plugin.events();
      await plugin.clock.settle();
      plugin.life.abort(reason);
      await expect(watching).rejects.toBe(reason);
    });
  });
});
