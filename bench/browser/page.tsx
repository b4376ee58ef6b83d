import { createApp } from '@backstage/app-defaults';
import { AppRouter } from '@backstage/core-app-api';
import { LogViewer } from '@backstage/core-components';
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { appendInSlices } from '../../plugins/supply-chain/src/logs/appendInSlices';
import { onceAFrame } from '../../plugins/supply-chain/src/logs/onceAFrame';
import { soon } from '../../plugins/supply-chain/src/logs/search/soon';
import { StepLog } from '../../plugins/supply-chain/src/logs/StepLog';
import { benchLines } from './benchLines';
import { OurViewer, type OurLog } from './OurViewer';

/** What `bench/logs.ts` calls. Times in ms, sizes in bytes. */
declare global {
  interface Window {
    bench: typeof bench;
    gc?: () => void;
  }
}

const now = () => performance.now();
const frame = () => new Promise<number>(done => requestAnimationFrame(done));
/** Two frames: what was drawn is on screen. */
const painted = async () => {
  await frame();
  await frame();
};

let show: (node: ReactNode) => void = () => {};
let bytes = new Uint8Array(0);
let text = '';
let ours: (OurLog & { changed: () => void }) | undefined;
let longTasks: number[] = [];

new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

function ourLog() {
  const listeners = new Set<() => void>();
  let version = 0;
  const schedule = onceAFrame();
  return {
    log: new StepLog(),
    version: () => version,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: () =>
      schedule(() => {
        version += 1;
        for (const listener of listeners) listener();
      }),
  };
}

/** The element that scrolls: ours has a role, the peer's is the list of react-window. */
function scroller(): HTMLElement {
  const found =
    document.querySelector<HTMLElement>('[role=log]') ??
    [...document.querySelectorAll<HTMLElement>('#view div')].find(
      each => each.scrollHeight > each.clientHeight + 100,
    );
  if (!found) throw new Error('Nothing scrolls');
  return found;
}

const shownText = () => document.querySelector('#view')?.textContent ?? '';

/** ms until it holds: looked at whenever the viewer changes, so that looking costs what is measured nothing. */
function until(holds: () => boolean, most: number): Promise<number> {
  const start = now();
  return new Promise(done => {
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => end(NaN), most);
    function end(ms: number) {
      observer.disconnect();
      clearTimeout(timer);
      done(ms);
    }
    function look() {
      if (holds()) end(now() - start);
    }
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
  });
}

/** `3 of 41`, `3/41`, `3 of 41+` while it goes on, `none`. */
const COUNT = /^(?:[\d,]+(?: of |\/)([\d,]+)(\+?)|none)$/;

const bench = {
  /** Makes the bytes of so many lines; the peer gets them as the string it wants. */
  prepare(lines: number, system: 'ours' | 'peer', each?: string) {
    const parts: Uint8Array[] = [];
    const encoder = new TextEncoder();
    for (let from = 0; from < lines; from += 10_000) {
      const count = Math.min(10_000, lines - from);
      parts.push(
        encoder.encode(each ? each.repeat(count) : benchLines(from, count)),
      );
    }
    bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const { length } = bytes;
    if (system === 'peer') {
      text = new TextDecoder().decode(bytes);
      bytes = new Uint8Array(0);
    }
    return length;
  },

  /** From the bytes to lines on screen, all of them counted. */
  async open(system: 'ours' | 'peer', follow = false, wrap = false) {
    await painted();
    longTasks = [];
    const start = now();
    let firstAt = NaN;
    if (system === 'ours') {
      const own = ourLog();
      ours = own;
      let shown = false;
      await appendInSlices(
        own.log.buffer,
        bytes,
        { now, soon },
        new AbortController().signal,
        () => {
          if (!shown)
            flushSync(() =>
              show(<OurViewer of={own} follow={follow} wrap={wrap} />),
            );
          shown = true;
          if (Number.isNaN(firstAt) && shownText().includes('INFO'))
            firstAt = now() - start;
          own.changed();
        },
      );
      own.log.ended = !follow;
      own.changed();
      bytes = new Uint8Array(0);
      const rowCount = own.log.rows.count;
      await until(
        () =>
          scroller().scrollHeight >= Math.min(rowCount * 20, 15_000_000) - 800,
        60_000,
      );
    } else {
      flushSync(() => show(<LogViewer text={text} />));
      await until(
        () => document.querySelectorAll('#view a').length > 5,
        600_000,
      );
      firstAt = now() - start;
    }
    await frame();
    const openMs = now() - start;
    await new Promise(done => setTimeout(done, 300));
    return { openMs, firstMs: firstAt, worstTask: Math.max(0, ...longTasks) };
  },

  /** Elements of the whole viewer. */
  nodes: () => document.querySelectorAll('#view *').length,

  /** Everything the page holds: objects, array buffers, workers. */
  async memory() {
    for (let n = 0; n < 3; n += 1) {
      window.gc?.();
      await painted();
    }
    const { usedJSHeapSize } = (
      performance as unknown as { memory: { usedJSHeapSize: number } }
    ).memory;
    return usedJSHeapSize;
  },

  /** Frames while scrolling by so many px each frame, from where it is. */
  async scroll(frames: number, px: number) {
    const element = scroller();
    const times: number[] = [];
    await painted();
    let before = await frame();
    for (let n = 0; n < frames; n += 1) {
      element.scrollTop += px;
      const at = await frame();
      times.push(at - before);
      before = at;
    }
    return times;
  },

  async jump(share: number) {
    const element = scroller();
    const start = now();
    element.scrollTop = share * element.scrollHeight;
    await painted();
    return now() - start;
  },

  /** Lines that arrive at a rate, in messages of 50 ms; the peer is given the whole text again, as it wants it. */
  async append(system: 'ours' | 'peer', perSecond: number, seconds: number) {
    const count = perSecond / 20;
    const messages = Array.from({ length: seconds * 20 }, (_, n) =>
      benchLines(2_000_000 + n * count, count).trimEnd(),
    );
    const times = Array.from(
      { length: count },
      () => '2026-11-22T21:21:28.051322999Z',
    );
    await painted();
    longTasks = [];
    const start = now();
    let sent = 0;
    while (sent < messages.length) {
      const due = Math.min(
        messages.length,
        Math.floor((now() - start) / 50) + 1,
      );
      for (; sent < due; sent += 1) {
        const message = messages[sent] ?? '';
        if (system === 'ours') {
          ours?.log.buffer.appendLines(message, times);
          ours?.changed();
        } else {
          text += `${message}\n`;
        }
      }
      if (system === 'peer') flushSync(() => show(<LogViewer text={text} />));
      await new Promise(done => setTimeout(done, 10));
      if (now() - start > 120_000) break;
    }
    await painted();
    const tookMs = now() - start;
    await new Promise(done => setTimeout(done, 300));
    return {
      tookMs,
      worstTask: Math.max(0, ...longTasks),
      longTasks: longTasks.length,
      sent: sent * count,
    };
  },

  /** From the last key of a query to the first match on screen, and to the final count. */
  async search(query: string) {
    const input = document.querySelector<HTMLInputElement>('#view input');
    if (!input) throw new Error('Nowhere to search');
    const set = Object.getOwnPropertyDescriptor(
      HTMLInputElement.prototype,
      'value',
    )?.set;
    set?.call(input, '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await painted();
    longTasks = [];
    const start = now();
    set?.call(input, query);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const count = () => {
      for (const each of document.querySelectorAll(
        '#view p, #view [role=status]',
      )) {
        const match = COUNT.exec(each.textContent ?? '');
        if (match) return match;
      }
      return null;
    };
    // Since the key: what a viewer does before it lets go of the page is waiting, too.
    const since = (waited: number) =>
      Number.isNaN(waited) ? NaN : now() - start;
    const firstMs = since(await until(() => count() !== null, 120_000));
    const wholeMs = since(await until(() => count()?.[2] !== '+', 120_000));
    const found = count()?.[1] ?? '0';
    await new Promise(done => setTimeout(done, 300));
    return {
      firstMs,
      wholeMs,
      found,
      tookMs: now() - start - 300,
      worstTask: Math.max(0, ...longTasks),
    };
  },

  /** Until a scroll has come to rest. */
  rest: () => new Promise(done => setTimeout(done, 500)),

  /** The first and the last line number that is on screen. */
  edges() {
    const box = scroller().getBoundingClientRect();
    const numbers = [
      ...document.querySelectorAll<HTMLElement>('#view [data-line]'),
    ]
      .filter(row => {
        const { top, bottom } = row.getBoundingClientRect();
        return top < box.bottom && bottom > box.top;
      })
      .map(row => Number(row.dataset.line));
    return [Math.min(...numbers), Math.max(...numbers)];
  },

  close() {
    flushSync(() => show(null));
    ours = undefined;
    text = '';
  },
};
/** Where a viewer is shown; from outside of React. */
function Slot() {
  const [node, setNode] = useState<ReactNode>(null);
  useEffect(() => {
    show = setNode;
    window.bench = bench;
  }, []);
  return (
    <div id="view" style={{ height: 820, width: 1200 }}>
      {node}
    </div>
  );
}

const root = document.getElementById('root');
const app = createApp({
  configLoader: async () => [
    {
      context: 'bench',
      data: {
        app: { title: 'bench', baseUrl: window.location.origin },
        backend: { baseUrl: window.location.origin },
      },
    },
  ],
});
const Root = app.createRoot(
  <AppRouter>
    <Slot />
  </AppRouter>,
);
if (root) createRoot(root).render(<Root />);
