import { mockServices } from '@backstage/backend-test-utils';
import { FakeClock } from '../../clock/FakeClock';
import { KubernetesPluginApi } from '../KubernetesPluginApi';
import type { ListPage } from '../ListPage';
import type { WatchEvent } from '../WatchEvent';

export interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** All builds of a cluster. */
export const everywhere = {
  cluster: 'build',
  resource: { group: 'kpack.io', version: 'v1alpha2', plural: 'builds' },
};

/** Stands for the kubernetes plugin: a test says what it answers, and our API asks it. */
export class ScriptedPlugin {
  readonly clock = new FakeClock();
  /** What it was asked, in order. */
  readonly sent: Sent[] = [];
  /** Of everything that is asked. */
  readonly life = new AbortController();
  answer: (request: Sent) => Response | Promise<Response> = () =>
    Response.json({ metadata: { resourceVersion: '7' }, items: [] });

  readonly api = new KubernetesPluginApi({
    auth: mockServices.auth({ pluginId: 'supply-chain' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async plugin => `http://backstage/api/${plugin}`,
    }),
    fetch: async (input, init = {}) => {
      const request = {
        url: new URL(String(input)),
        init,
        headers: new Headers(init.headers),
      };
      this.sent.push(request);
      init.signal?.throwIfAborted();
      return Promise.race([
        this.answer(request),
        new Promise<never>((_, reject) => {
          init.signal?.addEventListener('abort', () =>
            reject(init.signal?.reason),
          );
        }),
      ]);
    },
    clock: this.clock,
    random: () => 0.5,
  });

  get first(): Sent {
    const [first] = this.sent;
    if (!first) throw new Error('Nothing was sent');
    return first;
  }

  async list(): Promise<ListPage[]> {
    const pages = [];
    for await (const page of this.api.list(everywhere, this.life.signal))
      pages.push(page);
    return pages;
  }

  async events(into: WatchEvent[] = []): Promise<WatchEvent[]> {
    const request = { ...everywhere, resourceVersion: '7' };
    for await (const event of this.api.watch(request, this.life.signal))
      into.push(event);
    return into;
  }
}
