import { join } from 'node:path';
import type {
  ObjectRef,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** As much of the frontend's live source as tests here use. */
interface Live {
  current(topic: Topic): {
    readonly state: string;
    readonly stale: boolean;
    readonly view?: WorkloadView;
  };
  subscribe(topic: Topic, onChange: () => void): () => void;
}

interface Topic {
  readonly type: 'workload';
  readonly ref: ObjectRef;
}

interface ClientModule {
  readonly SupplyChainClient: new (deps: {
    readonly discoveryApi: { getBaseUrl(plugin: string): Promise<string> };
    readonly fetchApi: { fetch: typeof fetch };
  }) => { readonly live: Live };
}

/**
 * The client that runs in browsers, over Node's fetch. By path, as no package imports another's sources: what is tested
 * here is that the two understand each other over a real network.
 */
export function liveClient(
  baseUrl: string,
  token: string,
  seen: (path: string, response: Response) => void,
): Live {
  // All that the client wants of a tab.
  Object.assign(globalThis, {
    document: { hidden: false, addEventListener: () => {} },
  });
  // eslint-disable-next-line no-restricted-syntax -- no build has this file
  const here = __dirname;
  const file = join(here, '../../../supply-chain/src/api/SupplyChainClient');
  const { SupplyChainClient } = require(file) as ClientModule;
  const { live } = new SupplyChainClient({
    discoveryApi: { getBaseUrl: async plugin => `${baseUrl}/api/${plugin}` },
    fetchApi: {
      async fetch(input, init) {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        const response = await fetch(input, { ...init, headers });
        seen(new URL(String(input)).pathname, response);
        return response;
      },
    },
  });
  return live;
}
