import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, useNavigate } from 'react-router-dom';
import { supplyChainApiRef } from '../../plugins/supply-chain/src/api/SupplyChainApi';
import type { LiveTopic } from '../../plugins/supply-chain/src/api/LiveTopic';
import {
  SupplyChainPage,
  supplyChainPlugin,
} from '../../plugins/supply-chain/src/legacy';
import {
  FakeSupplyChainApi,
  type AnyLive,
} from '../../plugins/supply-chain/src/testing/FakeSupplyChainApi';

/** What `bench/fleet.ts` calls. Times in ms. */
declare global {
  interface Window {
    fleet: typeof fleet;
  }
}

const now = () => performance.now();
const frame = () => new Promise<number>(done => requestAnimationFrame(done));
const painted = async () => {
  await frame();
  await frame();
};

/** Views by the type of their topic, as a backend answered them. */
let views: Readonly<Record<string, unknown>> = {};
let go: (path: string) => void = () => {};
let longTasks: number[] = [];

new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

/** Pages are drawn of views; that they come from this backend's schema was checked where they were read. */
function answer({ type }: LiveTopic): AnyLive {
  const view = views[type];
  return view === undefined
    ? { state: 'loading', stale: false }
    : ({ state: 'ready', stale: false, view } as AnyLive);
}
const api = new FakeSupplyChainApi(answer);

/** The element of the page that scrolls. */
function scroller(): Element {
  return (
    [...document.querySelectorAll('main, article, div')].find(
      each =>
        each.scrollHeight > each.clientHeight + 200 &&
        /auto|scroll/.test(getComputedStyle(each).overflowY),
    ) ??
    document.scrollingElement ??
    document.body
  );
}

const fleet = {
  /** From the views to the page on screen: the bones are there before, as on every way to it. */
  async open(path: string, of: Readonly<Record<string, unknown>>) {
    views = {};
    api.change(answer);
    go(path);
    await new Promise(done => setTimeout(done, 200));
    await painted();
    longTasks = [];
    const start = now();
    views = of;
    api.change(answer);
    await painted();
    const openMs = now() - start;
    await new Promise(done => setTimeout(done, 300));
    return {
      openMs,
      worstTask: Math.max(0, ...longTasks),
      elements: document.querySelectorAll('main *, article *').length,
    };
  },

  /** The same view with nothing but another object for each part: what an update costs at most. */
  async update() {
    const copy = structuredClone(views);
    await painted();
    longTasks = [];
    const start = now();
    views = copy;
    api.change(answer);
    await painted();
    const updateMs = now() - start;
    await new Promise(done => setTimeout(done, 300));
    return { updateMs, worstTask: Math.max(0, ...longTasks) };
  },

  /** Frames while scrolling by so many px each. */
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

  text: () => document.body.innerText.slice(0, 2_000),
};

/** Lets the bench go from page to page. */
function Driver() {
  const navigate = useNavigate();
  useEffect(() => {
    go = path => navigate(path);
    window.fleet = fleet;
  }, [navigate]);
  return null;
}

const root = document.getElementById('root');
const app = createApp({
  apis: [
    createApiFactory({ api: supplyChainApiRef, deps: {}, factory: () => api }),
  ],
  plugins: [supplyChainPlugin],
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
    <Driver />
    <FlatRoutes>
      <Route path="/supply-chain" element={<SupplyChainPage />} />
    </FlatRoutes>
  </AppRouter>,
);
if (root) createRoot(root).render(<Root />);
