import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePorts } from '../test/freePorts.mjs';
import { requireFreePorts } from './requireFreePorts.mjs';

describe('requireFreePorts', () => {
  it('is content with free ones, and leaves them free', async () => {
    const [backstage, build, run, control] = await freePorts(4);
    const ports = { backstage, build, run, control };
    await requireFreePorts(ports);
    await requireFreePorts(ports);
  });

  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    it(`names the taken one and its flag (${host})`, async t => {
      const server = createServer().listen(0, host);
      t.after(() => server.close());
      await Promise.race([once(server, 'listening'), once(server, 'error')]);
      if (!server.listening) return t.skip(`no ${host} on this machine`);
      const { port } = server.address();
      return assert.rejects(requireFreePorts({ run: port }), error => {
        assert.equal(error.message, `Port ${port} is taken.`);
        assert.match(error.advice, /--port-run \d+/);
        return true;
      });
    });
  }

  it('sees two that are the same', () =>
    assert.rejects(
      requireFreePorts({ backstage: 65_001, control: 65_001 }),
      /--port-control and --port are both 65001/,
    ));
});
