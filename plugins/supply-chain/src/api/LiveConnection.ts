import { MAX_TOPICS } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { browserEnvironment } from './browserEnvironment';
import type { LiveEnvironment } from './LiveEnvironment';
import { LiveSession } from './LiveSession';
import type { LiveSource } from './LiveSource';
import { LiveStore, type LiveEntry } from './LiveStore';
import type { LiveTopic } from './LiveTopic';
import type { LiveTransport } from './LiveTransport';
import { StreamHealth } from './StreamHealth';
import { TopicMessages } from './TopicMessages';

/** ms. A page mounts its parts one after the other: they go into one request. */
export const GATHER = 10;

/**
 * ms without another change of topics until they go into the stream, and how long that may be put off. What a page shows
 * leads it to more: a workload to its stage, a stage to its build. Meanwhile the new ones are asked for once.
 */
export const SETTLE = { for: 800, atMost: 3_000 } as const;

/**
 * One connection per tab for everything that is on screen. It is opened again, from where it was, when the topics have
 * changed; closed when nobody listens or the tab is hidden; and catches up when the tab is seen again.
 */
export class LiveConnection implements LiveSource {
  private readonly store = new LiveStore();
  private readonly health: StreamHealth;
  /** Ids of the topics that the running sessions carry. */
  private carried: ReadonlySet<string> = new Set();
  /** Ids of those that were asked for since. */
  private readonly asked = new Set<string>();
  private sessions = new AbortController();
  private gathering = false;
  private settling: { cancel: () => void; atLatest: number } | undefined;

  static inBrowser(transport: LiveTransport): LiveConnection {
    return new LiveConnection(transport, browserEnvironment());
  }

  constructor(
    private readonly transport: LiveTransport,
    private readonly environment: LiveEnvironment,
  ) {
    this.health = new StreamHealth(environment);
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
    const added = entries.filter(({ id }) => !this.carried.has(id));
    if (entries.length === 0 || this.carried.size === 0) {
      if (entries.length !== this.carried.size) this.open(entries);
    } else if (added.length === 0 && entries.length === this.carried.size) {
      this.stopSettling();
    } else {
      this.askOnce(added.filter(({ id }) => !this.asked.has(id)));
      this.settle();
    }
  }

  /** Ends the sessions that run, and begins others for these topics. */
  private open(entries: readonly LiveEntry[]): void {
    this.stopSettling();
    this.asked.clear();
    this.sessions.abort();
    this.sessions = new AbortController();
    this.carried = new Set(entries.map(({ id }) => id));
    for (let from = 0; from < entries.length; from += MAX_TOPICS) {
      void new LiveSession({
        entries: entries.slice(from, from + MAX_TOPICS),
        store: this.store,
        transport: this.transport,
        environment: this.environment,
        health: this.health,
        signal: this.sessions.signal,
      }).run();
    }
  }

  private settle(): void {
    const now = this.environment.now();
    const atLatest = this.settling?.atLatest ?? now + SETTLE.atMost;
    this.stopSettling();
    const wait = Math.max(0, Math.min(SETTLE.for, atLatest - now));
    const cancel = this.environment.after(wait, () => {
      this.settling = undefined;
      this.open(this.store.wanted());
    });
    this.settling = { cancel, atLatest };
  }

  private stopSettling(): void {
    this.settling?.cancel();
    this.settling = undefined;
  }

  /** So that new topics need not wait for the stream that will carry them. Never throws. */
  private async askOnce(entries: readonly LiveEntry[]): Promise<void> {
    const { signal } = this.sessions;
    for (const { id } of entries) this.asked.add(id);
    for (let from = 0; from < entries.length; from += MAX_TOPICS) {
      const topics = entries
        .slice(from, from + MAX_TOPICS)
        .map(entry => this.store.asked(entry));
      try {
        const answer = await this.transport.poll(topics, 0, signal);
        // The stream that carries them by now may have told newer ones.
        if (signal.aborted) return;
        const messages = new TopicMessages(this.store);
        for (const message of answer) messages.take(message);
      } catch {
        // Then the stream is all there is: now.
        if (!signal.aborted) this.open(this.store.wanted());
        return;
      }
    }
  }
}
