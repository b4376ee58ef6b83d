import { setupServer, type SetupServer } from 'msw/node';
import { SupplyChainClient } from '../api/SupplyChainClient';

/** Where clients of tests look for the backend. */
export const BASE = 'http://backstage.test/api/supply-chain';

/** Stands for the backend while the tests of a file run: each says what is answered, and what nobody expects is an error. */
export function testBackend(): SetupServer {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
}

/** A client that asks over HTTP, and has no live connection. */
export function clientOfTestBackend(): SupplyChainClient {
  return new SupplyChainClient(
    {
      discoveryApi: {
        getBaseUrl: async id => `http://backstage.test/api/${id}`,
      },
      fetchApi: { fetch: (...args) => fetch(...args) },
    },
    {
      current: () => ({ state: 'loading', stale: false }),
      subscribe: () => () => {},
    },
  );
}
