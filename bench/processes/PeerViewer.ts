import { ask } from './ask.ts';
import { noteTags } from './Viewer.ts';
import type { PageSample, Place, Viewer } from './Viewer.ts';

/** ms; `useKubernetesObjects` of @backstage/plugin-kubernetes-react. */
const INTERVAL = 10_000;

/**
 * A tab of `@backstage/plugin-kubernetes`: what its hook does, every ten seconds, hidden or not, whether or not the last
 * answer has come.
 */
export class PeerViewer implements Viewer {
  bytes = 0;
  readonly #seen = new Map<string, number>();
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #last = '';

  constructor(
    private readonly to: {
      readonly base: string;
      readonly token: string;
      readonly place: Place;
      /** From 0 to 1: when in the interval. */
      readonly phase: number;
      readonly note: (sample: PageSample) => void;
    },
  ) {}

  async open(): Promise<void> {
    this.#timer = setTimeout(() => {
      void this.#poll();
      this.#timer = setInterval(() => void this.#poll(), INTERVAL);
    }, this.to.phase * INTERVAL);
  }

  sawTag(tag: string): number | undefined {
    return this.#seen.get(tag);
  }

  async verify(): Promise<string | undefined> {
    await this.#poll();
    return this.#last === '' ? 'no answer' : undefined;
  }

  close(): void {
    // Both kinds of timer end this way.
    clearInterval(this.#timer);
    this.#ending.abort();
  }

  async #poll(): Promise<void> {
    const { base, token, place, note } = this.to;
    const start = performance.now();
    const signal = this.#ending.signal;
    const entity = {
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
      metadata: { namespace: 'default', name: place.name },
    };
    try {
      // Which auth each cluster wants, then the objects: one after the other, as the hook does it.
      const clusters = await ask({
        ...{ base, token, signal, path: '/api/kubernetes/clusters' },
      });
      const answer = await ask({
        ...{ base, token, signal },
        path: `/api/kubernetes/services/${place.name}`,
        body: { auth: {}, entity },
      });
      this.bytes += clusters.bytes + answer.bytes;
      const failed =
        answer.status === 200 ? {} : { failed: `${answer.status}` };
      // The browser parses it, too.
      JSON.parse(answer.text);
      noteTags(answer.text, this.#seen);
      this.#last = answer.text;
      note({ what: 'objects', ms: performance.now() - start, ...failed });
    } catch (error) {
      if (signal.aborted) return;
      note({
        ...{ what: 'objects', ms: performance.now() - start },
        failed: String(error),
      });
    }
  }
}
