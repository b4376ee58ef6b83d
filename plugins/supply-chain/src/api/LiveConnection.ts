import { MAX_TOPICS } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { browserEnvironment } from './browserEnvironment';
import type { LiveEnvironment } from './LiveEnvironment';
import { LiveSession } from './LiveSession';
import type { LiveSource } from './LiveSource';
import { LiveStore } from './LiveStore';
import type { LiveTopic } from './LiveTopic';
import type { LiveTransport } from './LiveTransport';

/** ms. A page mounts its parts one after the other: they go into one request. */
export const GATHER = 10;

/**
 * One connection per tab for everything that is on screen. It is opened again when the topics change, closed when
 * nobody listens or the tab is hidden, and catches up when the tab is seen again.
 */
export class LiveConnection implements LiveSource {
  private readonly store = new LiveStore();
  /** Ids of the topics that the running sessions carry. */
  private carried = '';
  private sessions = new AbortController();
  private gathering = false;

  static inBrowser(transport: LiveTransport): LiveConnection {
    return new LiveConnection(transport, browserEnvironment());
  }

  constructor(
    private readonly transport: LiveTransport,
    private readonly environment: LiveEnvironment,
  ) {
    environment.onVisibility(() => this.gather());
  }

  current: LiveSource['current'] = topic => this.store.current(topic);

  subscribe(topic: LiveTopic, onChange: () => void): () => void {
    const leave = this.store.add(topic, onChange);
    this.gather();
    return () => {
      leave();
      this.gather();
    };
  }

  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    this.environment.after(GATHER, () => {
      this.gathering = false;
      this.carry();
    });
  }

  private carry(): void {
    const entries = this.environment.isHidden() ? [] : this.store.wanted();
    const carried = entries
      .map(({ id }) => id)
      .sort()
      .join();
    if (carried === this.carried) return;
    this.carried = carried;
    this.sessions.abort();
    this.sessions = new AbortController();
    for (let from = 0; from < entries.length; from += MAX_TOPICS) {
      void new LiveSession(
        entries.slice(from, from + MAX_TOPICS),
        this.store,
        this.transport,
        this.environment,
        this.sessions.signal,
      ).run();
    }
  }
}
