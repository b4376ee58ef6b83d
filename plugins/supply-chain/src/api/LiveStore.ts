import {
  applyPatch,
  type Topic,
  type ViewPatch,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from './Live';
import type { LiveTopic, LiveViewOf, LiveViews } from './LiveTopic';
import { parseAnswer } from './parseAnswer';
import { SupplyChainError } from './SupplyChainError';
import { topicKey } from './topicKey';
import { topicSchema } from './topicSchema';

/** Views kept after the last subscriber left, so that "back" shows a page at once: a visit is about three of them. */
const KEPT = 30;

const LOADING = { state: 'loading', stale: false } as const;

export type LiveEntry = {
  /** The client's own name for the topic, unique in the tab. */
  readonly id: string;
  readonly topic: LiveTopic;
  readonly listeners: Set<() => void>;
  live: Live<LiveViews[keyof LiveViews]>;
  /** The version of what is shown, view or error: where the next connection goes on. Undefined: from the beginning. */
  version: string | undefined;
  /** The view as it came, for the next patch. */
  raw: unknown;
};

/** What is known of every topic of the tab, and who wants to hear of it. Talks to nobody. */
export class LiveStore {
  private readonly byKey = new Map<string, LiveEntry>();
  private readonly byId = new Map<string, LiveEntry>();
  private lastId = 0;

  current<T extends LiveTopic>(topic: T): Live<LiveViewOf<T>> {
    // An entry holds views of its own topic's type only: `accept` parsed them with that type's schema.
    return (this.byKey.get(topicKey(topic))?.live ?? LOADING) as Live<
      LiveViewOf<T>
    >;
  }

  /** Returns how to leave. */
  add(topic: LiveTopic, listener: () => void): () => void {
    const key = topicKey(topic);
    const entry = this.byKey.get(key) ?? this.open(topic);
    // Back to a page that failed: the failure is old news.
    if (entry.listeners.size === 0 && entry.live.state === 'error') {
      entry.live = LOADING;
      this.restart(entry.id);
    }
    // The youngest last: what is forgotten is what nobody looked at for longest.
    this.byKey.delete(key);
    this.byKey.set(key, entry);
    // A wrapper, so that one function may listen twice.
    const own = () => listener();
    entry.listeners.add(own);
    return () => {
      entry.listeners.delete(own);
      this.forget();
    };
  }

  /** What somebody wants to hear of now. */
  wanted(): LiveEntry[] {
    return [...this.byKey.values()].filter(entry => entry.listeners.size > 0);
  }

  /** The topic as the server knows it, from where this tab is. */
  asked(entry: LiveEntry): Topic {
    const { id, topic, version } = entry;
    return { ...topic, id, ...(version !== undefined && { cursor: version }) };
  }

  accept(id: string, version: string, view: unknown): void {
    const entry = this.byId.get(id);
    if (!entry) return;
    // The same view again after a reconnect: nothing to draw.
    if (version === entry.version && entry.live.state === 'ready') {
      this.freshen(entry);
      return;
    }
    entry.version = version;
    entry.raw = view;
    try {
      const parsed = parseAnswer<LiveViews[keyof LiveViews]>(
        topicSchema[entry.topic.type],
        view,
        `a ${entry.topic.type} view`,
      );
      this.show(entry, { state: 'ready', stale: false, view: parsed });
    } catch (error) {
      if (!(error instanceof SupplyChainError)) throw error;
      this.showError(entry, error);
    }
  }

  /** False when there is no view that this patch was made for. */
  patch(id: string, version: string, patch: ViewPatch): boolean {
    const entry = this.byId.get(id);
    if (!entry) return true;
    if (entry.raw === undefined) return false;
    let view: unknown;
    try {
      view = applyPatch(entry.raw, patch);
    } catch {
      return false;
    }
    this.accept(id, version, view);
    return true;
  }

  /** What is shown is still what there is. False when that has another version. */
  unchanged(id: string, version: string): boolean {
    const entry = this.byId.get(id);
    if (!entry) return true;
    if (entry.version !== version) return false;
    this.freshen(entry);
    return true;
  }

  /** What is shown is still what there is, as nothing else was said. */
  confirm(id: string): void {
    const entry = this.byId.get(id);
    if (entry) this.freshen(entry);
  }

  /** The next connection begins with the whole view. */
  restart(id: string): void {
    const entry = this.byId.get(id);
    if (!entry) return;
    entry.version = undefined;
    entry.raw = undefined;
  }

  /** The topic cannot be shown. The last view stays beside the error. */
  fail(id: string, error: SupplyChainError, version?: string): void {
    const entry = this.byId.get(id);
    if (!entry) return;
    entry.version = version;
    entry.raw = undefined;
    this.showError(entry, error);
  }

  /** No contact: what is shown may be old; what was never shown cannot be. */
  lose(id: string, error: SupplyChainError): void {
    const entry = this.byId.get(id);
    if (entry?.live.state === 'loading') this.fail(id, error);
  }

  /** Contact is gone for a while. */
  age(id: string): void {
    const entry = this.byId.get(id);
    if (entry?.live.state === 'ready' && !entry.live.stale) {
      this.show(entry, { ...entry.live, stale: true });
    }
  }

  private showError(entry: LiveEntry, error: SupplyChainError): void {
    // What one may not see any more is not left on screen.
    const view = error.code === 'denied' ? undefined : entry.live.view;
    this.show(entry, {
      state: 'error',
      stale: view !== undefined,
      ...(view !== undefined && { view }),
      error,
    });
  }

  private freshen(entry: LiveEntry): void {
    if (entry.live.state === 'ready' && entry.live.stale) {
      this.show(entry, { ...entry.live, stale: false });
    }
  }

  private show(entry: LiveEntry, live: LiveEntry['live']): void {
    entry.live = live;
    for (const listener of [...entry.listeners]) listener();
  }

  private open(topic: LiveTopic): LiveEntry {
    this.lastId += 1;
    const entry: LiveEntry = {
      id: `${this.lastId}`,
      topic,
      listeners: new Set(),
      live: LOADING,
      version: undefined,
      raw: undefined,
    };
    this.byId.set(entry.id, entry);
    return entry;
  }

  private forget(): void {
    let tooMany = this.byKey.size - KEPT;
    for (const [key, entry] of this.byKey) {
      if (tooMany <= 0) return;
      if (entry.listeners.size > 0) continue;
      this.byKey.delete(key);
      this.byId.delete(entry.id);
      tooMany -= 1;
    }
  }
}
