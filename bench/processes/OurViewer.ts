import { isDeepStrictEqual } from 'node:util';
import { applyPatch } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { StreamMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ask, open } from './ask.ts';
import { noteTags } from './Viewer.ts';
import type { PageSample, Place, Viewer } from './Viewer.ts';

/** ms between two pages that somebody opens: as often as the peer's tab asks. */
const INTERVAL = 10_000;
/** ms until a stream that broke off is opened again. */
const AGAIN = 1_000;
const API = '/api/supply-chain';

const path = (place: Place) =>
  [place.cluster, place.namespace, place.name]
    .map(encodeURIComponent)
    .join('/');

interface Topic {
  readonly id: string;
  readonly topic: object;
  readonly path: string;
}

/** A tab of this plugin: one stream for what it shows. With `pages` its owner also goes from page to page. */
export class OurViewer implements Viewer {
  bytes = 0;
  readonly #seen = new Map<string, number>();
  readonly #views = new Map<string, { view: unknown; version: string }>();
  readonly #ending = new AbortController();
  readonly #topics: readonly Topic[];
  #timer: NodeJS.Timeout | undefined;
  #shown: () => void = () => {};
  /** When a cluster was first shown as anything but fresh, ms since the epoch, since this was asked for. */
  readonly trouble = new Map<string, number>();
  /** Streams that ended otherwise than by our leaving. */
  breaks = 0;

  constructor(
    private readonly to: {
      readonly base: string;
      readonly token: string;
      readonly place: Place;
      readonly phase: number;
      readonly note: (sample: PageSample) => void;
      /** Where it goes when it looks at another page; undefined: it stays. */
      readonly next: (() => Place) | undefined;
    },
  ) {
    const { place } = to;
    this.#topics = [
      {
        ...{ id: 'list', path: '/v1/workloads' },
        topic: { type: 'workloads', query: {} },
      },
      {
        ...{ id: 'workload', path: `/v1/workloads/${path(place)}` },
        topic: { type: 'workload', ref: place },
      },
      {
        ...{ id: 'builds', path: `/v1/images/${path(place)}/builds` },
        topic: { type: 'builds', ref: place },
      },
    ];
  }

  async open(): Promise<void> {
    const shown = new Promise<void>(done => {
      this.#shown = done;
    });
    void this.#follow();
    if (this.to.next) {
      this.#timer = setTimeout(() => {
        void this.#look();
        this.#timer = setInterval(() => void this.#look(), INTERVAL);
      }, this.to.phase * INTERVAL);
    }
    await shown;
  }

  sawTag(tag: string): number | undefined {
    return this.#seen.get(tag);
  }

  async verify(): Promise<string | undefined> {
    const { base, token } = this.to;
    for (const topic of this.#topics) {
      const answer = await ask({ base, token, path: API + topic.path });
      const mine = this.#views.get(topic.id)?.view;
      const theirs: unknown = JSON.parse(answer.text);
      if (!isDeepStrictEqual(content(mine), content(theirs)))
        return `${topic.path} has another ${topic.id}`;
    }
    return undefined;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#ending.abort();
  }

  /** The tab's own stream, opened again whenever it ends. */
  async #follow(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        const { base, token } = this.to;
        const topics = this.#topics.map(({ id, topic }) => ({
          ...topic,
          id,
          ...(this.#views.has(id) && { cursor: this.#views.get(id)?.version }),
        }));
        for await (const line of this.#lines({ base, token, topics, signal })) {
          noteTags(line, this.#seen);
          this.#take(JSON.parse(line) as StreamMessage);
          this.#noteTrouble();
          if (this.#views.size === this.#topics.length) this.#shown();
        }
      } catch {
        // A broken stream is opened again like one that ended.
      }
      if (signal.aborted) return;
      this.breaks += 1;
      await new Promise(done => setTimeout(done, AGAIN));
    }
  }

  #take(message: StreamMessage): void {
    switch (message.type) {
      case 'view':
        this.#views.set(message.id, message);
        return;
      case 'patch': {
        const before = this.#views.get(message.id)?.view;
        this.#views.set(message.id, {
          view: applyPatch(before, message.patch),
          version: message.version,
        });
        return;
      }
      default:
    }
  }

  #noteTrouble(): void {
    const list = this.#views.get('list')?.view as
      | { clusters?: { name: string; state: string }[] }
      | undefined;
    for (const { name, state } of list?.clusters ?? []) {
      if (state !== 'fresh' && !this.trouble.has(name))
        this.trouble.set(name, performance.timeOrigin + performance.now());
    }
  }

  /** Opens the list, and a workload's page: as requests, and as the page does it, by its first stream. */
  async #look(): Promise<void> {
    const place = this.to.next?.() ?? this.to.place;
    await this.#timed('list', signal => this.#get('/v1/workloads', signal));
    await this.#timed('workload', signal =>
      this.#get(`/v1/workloads/${path(place)}`, signal),
    );
    await this.#timed('page', signal =>
      this.#firstViews(
        [
          { id: 'w', type: 'workload', ref: place },
          { id: 'b', type: 'builds', ref: place },
        ],
        signal,
      ),
    );
  }

  async #timed(
    what: string,
    run: (signal: AbortSignal) => Promise<string | undefined>,
  ): Promise<void> {
    const { signal } = this.#ending;
    const start = performance.now();
    const failed = await run(signal).catch((error: unknown) => String(error));
    if (signal.aborted) return;
    this.to.note({
      ...{ what, ms: performance.now() - start },
      ...(failed !== undefined && { failed }),
    });
  }

  async #get(where: string, signal: AbortSignal): Promise<string | undefined> {
    const { base, token } = this.to;
    const answer = await ask({ base, token, signal, path: API + where });
    this.bytes += answer.bytes;
    JSON.parse(answer.text);
    return answer.status === 200 ? undefined : `${answer.status}`;
  }

  async #firstViews(
    topics: readonly { id: string; type: string; ref: Place }[],
    outer: AbortSignal,
  ): Promise<string | undefined> {
    const own = new AbortController();
    const leave = () => own.abort();
    outer.addEventListener('abort', leave);
    const { base, token } = this.to;
    const missing = new Set(topics.map(({ id }) => id));
    try {
      for await (const line of this.#lines({
        ...{ base, token, topics, signal: own.signal },
      })) {
        const message = JSON.parse(line) as StreamMessage;
        if (message.type === 'error') return message.error.message;
        if (message.type === 'view') missing.delete(message.id);
        if (missing.size === 0) return undefined;
      }
      return 'The stream ended';
    } finally {
      outer.removeEventListener('abort', leave);
      own.abort();
    }
  }

  async *#lines(of: {
    base: string;
    token: string;
    topics: readonly object[];
    signal: AbortSignal;
  }): AsyncGenerator<string> {
    const response = await open({
      ...{ base: of.base, token: of.token, signal: of.signal },
      ...{ path: `${API}/v1/stream`, body: { topics: of.topics } },
    });
    if (response.statusCode !== 200) {
      response.resume();
      throw new Error(`The stream answered ${response.statusCode}`);
    }
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response) {
      this.bytes += (chunk as Buffer).length;
      const lines = (
        rest + decoder.decode(chunk as Buffer, { stream: true })
      ).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter(line => line !== '');
    }
  }
}

/** Without how long ago the clusters were heard of, which may change with every answer. */
function content(view: unknown): unknown {
  return typeof view === 'object' && view !== null
    ? { ...view, clusters: undefined }
    : view;
}
