import { ask } from './ask.ts';
import { OurViewer } from './OurViewer.ts';
import { PeerViewer } from './PeerViewer.ts';
import { serveOrders } from './serveOrders.ts';
import type { System } from './systemConfig.ts';
import type { PageSample, Place, Viewer } from './Viewer.ts';

/** ms between two looks whether all changes have arrived. */
const LOOK_EVERY = 50;

let viewers: Viewer[] = [];
let samples: PageSample[] = [];
let recording = false;

/** The browsers of a bench, in a process of their own. */
serveOrders({
  async login(order: { base: string; count: number }) {
    const names = Array.from({ length: order.count }, (_, n) => `viewer-${n}`);
    return Promise.all(names.map(name => tokenOf(order.base, name)));
  },
  /** Opens a tab for each place and keeps them open. */
  async open(order: {
    system: System;
    base: string;
    tokens: readonly string[];
    places: readonly Place[];
    /** Ours: whether they go from page to page, and where to. */
    pages: boolean;
    others: readonly Place[];
  }) {
    const { base, others, places, system } = order;
    const started = performance.now();
    viewers = places.map((place, n) => {
      const to = {
        ...{ base, place, note },
        token: order.tokens[n % order.tokens.length] ?? '',
        phase: (n * 0.618) % 1,
      };
      if (system !== 'ours') return new PeerViewer(to);
      const next = () =>
        others[Math.floor(Math.random() * others.length)] ?? place;
      return new OurViewer({ ...to, next: order.pages ? next : undefined });
    });
    await Promise.all(viewers.map(viewer => viewer.open()));
    return { ms: performance.now() - started };
  },
  /** What they wait for and get within this time. */
  async measure(order: { ms: number }) {
    samples = [];
    recording = true;
    const before = bytes();
    const start = performance.now();
    await sleep(order.ms);
    recording = false;
    return {
      ...{ samples, bytes: bytes() - before },
      ms: performance.now() - start,
    };
  },
  /** How long each change took to its viewer; null: it never came. */
  async arrivals(order: {
    changes: readonly { viewer: number; tag: string; at: number }[];
    graceMs: number;
  }) {
    const until = performance.now() + order.graceMs;
    for (;;) {
      const arrived = order.changes.map(({ viewer, tag, at }) => {
        const seen = viewers[viewer]?.sawTag(tag);
        return seen === undefined ? null : seen - at;
      });
      if (!arrived.includes(null) || performance.now() > until) return arrived;
      await sleep(LOOK_EVERY);
    }
  },
  /** When each viewer was first shown that a cluster is in trouble, ms since the epoch; null: not yet. */
  trouble(order: { cluster: string; forget: boolean }) {
    const ours = viewers.filter(each => each instanceof OurViewer);
    const seen = ours.map(each => each.trouble.get(order.cluster) ?? null);
    if (order.forget) for (const each of ours) each.trouble.clear();
    return seen;
  },
  bytes,
  breaks: () =>
    viewers.map(each => (each instanceof OurViewer ? each.breaks : 0)),
  /** What is wrong with what they show; empty: nothing. */
  async verify() {
    const wrong = await Promise.all(viewers.map(viewer => viewer.verify()));
    return wrong.filter(each => each !== undefined);
  },
  close() {
    for (const viewer of viewers) viewer.close();
    viewers = [];
  },
});

function note(sample: PageSample): void {
  if (recording) samples.push(sample);
}

function bytes(): number {
  return viewers.reduce((sum, viewer) => sum + viewer.bytes, 0);
}

async function tokenOf(base: string, name: string): Promise<string> {
  const { status, text } = await ask({
    ...{ base, path: '/api/auth/bench/refresh' },
    headers: { 'x-bench-user': name },
  });
  if (status !== 200)
    throw new Error(`${name} cannot sign in: ${status} ${text.slice(0, 200)}`);
  const answer = JSON.parse(text) as {
    backstageIdentity: { token: string };
  };
  return answer.backstageIdentity.token;
}

function sleep(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms));
}
