import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { FakeClock } from '../clock/FakeClock';
import { digestOf, type Digest } from './Digest';
import { RegistryError } from './errors/RegistryError';
import { HttpRegistry } from './HttpRegistry';
import type { RegistrySettings } from './RegistrySettings';

const REPOSITORY = { host: 'registry.example', name: 'team/app' };
const CONTENT = Buffer.from('{"schemaVersion":2}');
const DIGEST = digestOf(CONTENT);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that does what a test says; closed at the end of it. */
async function serve(handler: Handler): Promise<URL> {
  const server = createServer(handler);
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  closing.push(
    () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return new URL(`http://127.0.0.1:${port}`);
}
const closing: (() => Promise<void>)[] = [];
let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
  expect(clock.waits).toEqual([]);
});

function registryAt(
  origin: URL,
  more: Partial<RegistrySettings> = {},
  counted: string[] = [],
) {
  const settings = {
    host: REPOSITORY.host,
    origin,
    alsoHosts: new Set<string>(),
    ...more,
  };
  return new HttpRegistry({
    registries: new Map([[settings.host, settings]]),
    fetch,
    clock,
    onRequest: (host, outcome) => counted.push(`${host} ${outcome}`),
  });
}

const { signal } = new AbortController();
const because = async (answer: Promise<unknown>) => {
  const error: unknown = await answer.then(
    () => new Error('It answered'),
    (thrown: unknown) => thrown,
  );
  return error instanceof RegistryError ? error.because : error;
};

describe('HttpRegistry', () => {
  it('asks the configured address, below /v2/, and hashes what comes', async () => {
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end(CONTENT);
    });
    const counted: string[] = [];
    const registry = registryAt(origin, {}, counted);
    const manifest = await registry.manifest(REPOSITORY, 'latest', signal);
    expect(manifest).toEqual({ digest: DIGEST, content: CONTENT });
    expect(await registry.blob(REPOSITORY, DIGEST, signal)).toEqual(CONTENT);
    await registry.referrers(REPOSITORY, DIGEST, signal);
    expect(asked).toEqual([
      'GET /v2/team/app/manifests/latest',
      `GET /v2/team/app/blobs/${DIGEST}`,
      `GET /v2/team/app/referrers/${DIGEST}`,
    ]);
    expect(counted).toEqual(Array(3).fill('registry.example ok'));
  });

  it('takes no content for what it is not', async () => {
    const origin = await serve((_, response) => response.end('other'));
    const registry = registryAt(origin);
    for (const ask of [
      registry.manifest(REPOSITORY, DIGEST, signal),
      registry.blob(REPOSITORY, DIGEST, signal),
    ]) {
      expect(await because(ask)).toBe('altered');
    }
  });

  it('says undefined of what the registry does not have', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end());
    const counted: string[] = [];
    const registry = registryAt(origin, {}, counted);
    expect(await registry.manifest(REPOSITORY, 'none', signal)).toBeUndefined();
    expect(counted).toEqual(['registry.example absent']);
  });

  it('asks nobody whom the configuration does not name', async () => {
    let asked = 0;
    const origin = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const counted: string[] = [];
    const registry = registryAt(origin, {}, counted);
    for (const host of ['other.example', '169.254.169.254', origin.host]) {
      const of = { ...REPOSITORY, host };
      expect(await because(registry.manifest(of, DIGEST, signal))).toBe(
        'not-allowed',
      );
    }
    expect(asked).toBe(0);
    expect(counted).toEqual([]);
  });

  it.each(['../../token', 'a/b', 'x?y', '', 'a'.repeat(129)])(
    'asks for no tag like %j',
    async tag => {
      const origin = await serve((_, response) => response.end());
      expect(
        await because(registryAt(origin).manifest(REPOSITORY, tag, signal)),
      ).toBe('unreadable');
    },
  );

  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [429, 'unreachable'],
    [500, 'unreachable'],
  ])('tells status %i as %s', async (status, expected) => {
    const origin = await serve((_, response) =>
      response.writeHead(status).end('a secret of the registry'),
    );
    const ask = registryAt(origin).manifest(REPOSITORY, DIGEST, signal);
    expect(await because(ask)).toBe(expected);
    await expect(ask).rejects.not.toThrow('secret');
  });

  it('stops reading what is too long, whatever its header says', async () => {
    const origin = await serve((_, response) => {
      const piece = Buffer.alloc(1024 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(piece));
        response.once('drain', more);
      };
      more();
    });
    const ask = registryAt(origin).blob(REPOSITORY, DIGEST, signal);
    expect(await because(ask)).toBe('too-large');
  });

  it('gives up after a while, also in the middle of a body', async () => {
    const begun: ServerResponse[] = [];
    const origin = await serve((_, response) => {
      response.write('{');
      begun.push(response);
    });
    const ask = because(
      registryAt(origin).manifest(REPOSITORY, DIGEST, signal),
    );
    while (begun.length === 0) await clock.settle();
    await clock.advance(8_000);
    expect(await ask).toBe('unreachable');
  });

  it('ends with its signal, and closes the connection', async () => {
    const life = new AbortController();
    let closed: Promise<unknown> | undefined;
    const origin = await serve((_, response) => {
      closed = new Promise(done => {
        response.once('close', done);
      });
      life.abort(new Error('left'));
    });
    await expect(
      registryAt(origin).manifest(REPOSITORY, DIGEST, life.signal),
    ).rejects.toThrow('left');
    await closed;
  });

  describe('redirects', () => {
    const elsewhere = async (more: Partial<RegistrySettings> = {}) => {
      const seen: (string | undefined)[] = [];
      const store = await serve((request, response) => {
        seen.push(request.headers.authorization);
        response.end(CONTENT);
      });
      const origin = await serve((_, response) => {
        response.writeHead(307, { location: `${store}blob?signed=1` }).end();
      });
      const allowed = more.alsoHosts ?? new Set([store.host]);
      return {
        seen,
        ask: because(
          registryAt(origin, { ...more, alsoHosts: allowed })
            .blob(REPOSITORY, DIGEST, signal)
            .then(() => {
              throw new RegistryError('unreadable', 'found');
            }),
        ),
      };
    };

    it('are followed to hosts of the registry', async () => {
      const { ask, seen } = await elsewhere();
      expect(await ask).toBe('unreadable');
      expect(seen).toHaveLength(1);
    });

    it('are not followed to others', async () => {
      const { ask, seen } = await elsewhere({ alsoHosts: new Set() });
      expect(await ask).toBe('redirected');
      expect(seen).toEqual([]);
    });

    it('end', async () => {
      const origin = await serve((_, response) => {
        response.writeHead(302, { location: '/v2/again' }).end();
      });
      const ask = registryAt(origin).blob(REPOSITORY, DIGEST, signal);
      expect(await because(ask)).toBe('redirected');
    });

    it.each(['ftp://x/', 'http://user:pass@127.0.0.1/', 'nonsense://', ''])(
      'lead nowhere by %j',
      async location => {
        const origin = await serve((_, response) => {
          response.writeHead(302, location ? { location } : {}).end();
        });
        const ask = registryAt(origin).blob(REPOSITORY, DIGEST, signal);
        expect(await because(ask)).toBe('redirected');
      },
    );
  });

  describe('credentials', () => {
    const credentials = { username: 'reader', password: 'secret' };
    const BASIC = `Basic ${Buffer.from('reader:secret').toString('base64')}`;

    it('are sent when the registry asks for them, and kept from where it sends us', async () => {
      const seen: (string | undefined)[] = [];
      const store = await serve((request, response) => {
        seen.push(request.headers.authorization);
        response.end(CONTENT);
      });
      const origin = await serve((request, response) => {
        seen.push(request.headers.authorization);
        if (request.headers.authorization !== BASIC) {
          response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' });
          response.end();
          return;
        }
        response.writeHead(307, { location: `${store}blob` }).end();
      });
      const alsoHosts = new Set([store.host]);
      const registry = registryAt(origin, { credentials, alsoHosts });
      expect(await registry.blob(REPOSITORY, DIGEST, signal)).toEqual(CONTENT);
      await registry.blob(REPOSITORY, DIGEST, signal);
      expect(seen).toEqual([
        ...[undefined, BASIC, undefined],
        // The second time it is known what opens.
        ...[BASIC, undefined],
      ]);
    });

    it('are exchanged for a token to read this repository, which is used until shortly before its end', async () => {
      const services: string[] = [];
      const origin = await serve((request, response) => {
        const url = new URL(request.url ?? '', 'http://x');
        if (url.pathname === '/token') {
          services.push(
            `${url.searchParams.get('scope')} ${url.searchParams.get(
              'service',
            )} ${request.headers.authorization}`,
          );
          response.end(JSON.stringify({ token: 'good', expires_in: 60 }));
          return;
        }
        if (request.headers.authorization === 'Bearer good') {
          response.end(CONTENT);
          return;
        }
        response.writeHead(401, {
          'www-authenticate': `Bearer realm="http://${request.headers.host}/token",service="it",scope="repository:all:push"`,
        });
        response.end();
      });
      const registry = registryAt(origin, { credentials });
      const read = () => registry.manifest(REPOSITORY, DIGEST, signal);
      await read();
      await read();
      expect(services).toEqual([`repository:team/app:pull it ${BASIC}`]);
      await clock.advance(50_000);
      await read();
      expect(services).toHaveLength(2);
    });

    it('do not go to a token service that is not the registry’s', async () => {
      let asked = 0;
      const thief = await serve((_, response) => {
        asked += 1;
        response.end('{"token":"x"}');
      });
      const origin = await serve((_, response) => {
        response.writeHead(401, {
          'www-authenticate': `Bearer realm="${thief}token"`,
        });
        response.end();
      });
      const registry = registryAt(origin, { credentials });
      expect(await because(registry.manifest(REPOSITORY, DIGEST, signal))).toBe(
        'redirected',
      );
      expect(asked).toBe(0);
    });

    it.each([
      ['{"token":"two words"}', 'unreadable'],
      ['{"token":"a\\nb"}', 'unreadable'],
      ['not json', 'unreadable'],
      ['{}', 'unreadable'],
    ])('that come back as %s are not used', async (body, expected) => {
      const origin = await serve((request, response) => {
        if (request.url?.startsWith('/token')) {
          response.end(body);
          return;
        }
        response.writeHead(401, {
          'www-authenticate': `Bearer realm="http://${request.headers.host}/token"`,
        });
        response.end();
      });
      expect(
        await because(registryAt(origin).manifest(REPOSITORY, DIGEST, signal)),
      ).toBe(expected);
    });
  });

  it('reads nothing from a port on which nobody listens', async () => {
    const origin = await serve(() => {});
    await closing.pop()?.();
    const digest: Digest = DIGEST;
    expect(
      await because(registryAt(origin).manifest(REPOSITORY, digest, signal)),
    ).toBe('unreachable');
  });
});
