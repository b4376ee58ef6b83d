import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import { UpstreamFailure } from '../clusters/errors/UpstreamFailure';
import { FakeDiscovery } from '../clusters/FakeDiscovery';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import type { WatchedKind } from './WatchedKind';
import { widget, widgets } from './widgets';

const WIDGETS = 'widgets.test.example';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A kind that belongs to no namespace, and one that may always be read. */
const engines: WatchedKind<unknown> = {
  ...{ resource: { ...widgets.resource, plural: 'engines' }, kind: 'Engine' },
  ...{ namespaced: false, read: raw => raw, indexes: {} },
};
const wheels: WatchedKind<unknown> = {
  ...{ resource: { ...widgets.resource, plural: 'wheels' }, kind: 'Wheel' },
  ...{ namespaced: true, read: raw => raw, indexes: {} },
};

describe('a kind that may not be read in all namespaces at once', () => {
  let clock: FakeClock;
  let kubernetes: FakeKubernetes;
  let discovery: FakeDiscovery;
  let copy: ReflectingLiveCopy;
  /** `widgets.test.example` and `widgets.test.example in a`: what the cluster lets us read. */
  let allowed: Set<string>;

  function start(configured?: readonly string[]) {
    clock = new FakeClock();
    kubernetes = new FakeKubernetes('build');
    kubernetes.streams = 'yes';
    discovery = new FakeDiscovery();
    allowed = new Set(['wheels.test.example']);
    kubernetes.meddle = (verb, cluster, resource) =>
      (verb === 'list' || verb === 'watch') && !allowed.has(resource)
        ? new AccessDenied({ cluster, verb, resource }, 'cluster')
        : undefined;
    for (const namespace of ['a', 'b', 'c']) {
      kubernetes.put('build', WIDGETS, widget('one', 'red', namespace));
    }
    copy = new ReflectingLiveCopy({
      ...{ api: kubernetes, discovery, clock, random: () => 0.5 },
      kinds: [widgets, engines, wheels],
      namespacesOf: () => configured,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    });
  }

  beforeEach(() => start());

  afterEach(async () => {
    await copy.stop();
    expect(clock.waits).toEqual([]);
    expect(kubernetes.openWatches).toBe(0);
  });

  async function wake() {
    copy.touch();
    await clock.settle();
  }
  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= MINUTE) {
      copy.touch();
      await clock.advance(Math.min(left, MINUTE));
    }
  }
  function allow(...namespaces: string[]) {
    for (const each of namespaces) allowed.add(`${WIDGETS} in ${each}`);
  }
  const health = (kind: WatchedKind<unknown> = widgets) =>
    copy.kind('build', kind).health;
  const held = () =>
    [...copy.kind('build', widgets).all()].map(w => w.namespace).sort();

  describe('with namespaces in the configuration', () => {
    beforeEach(() => start(['a', 'b']));

    it('is read in those that allow it, and says in which', async () => {
      allow('a', 'c');
      await wake();
      expect(held()).toEqual(['a']);
      expect(health()).toMatchObject({
        ...{ state: 'fresh', objects: 1, limitedTo: ['a'] },
      });
      expect(health()).not.toHaveProperty('problem');
      expect(discovery.asked).toEqual([]);
    });

    it('follows what happens there and nowhere else', async () => {
      allow('a');
      await wake();
      kubernetes.put('build', WIDGETS, widget('two', 'red', 'a'));
      kubernetes.put('build', WIDGETS, widget('two', 'red', 'b'));
      kubernetes.remove('build', WIDGETS, 'a', 'one');
      await clock.settle();
      expect(copy.kind('build', widgets).get('a', 'two')).toBeDefined();
      expect(held()).toEqual(['a']);
    });

    it('stays denied, by its verb, where none allows it', async () => {
      await wake();
      expect(health()).toMatchObject({
        state: 'denied',
        problem: { because: 'denied', verb: 'list', resource: WIDGETS },
      });
      expect(health()).not.toHaveProperty('limitedTo');
    });

    it('shows a namespace that is granted within a minute, and no longer one that is revoked', async () => {
      allow('a');
      await wake();
      allow('b');
      await pass(MINUTE);
      expect(held()).toEqual(['a', 'b']);
      expect(health().limitedTo).toEqual(['a', 'b']);

      allowed.delete(`${WIDGETS} in a`);
      kubernetes.endWatches('build');
      await pass(5 * SECOND);
      expect(held()).toEqual(['b']);
      expect(health()).toMatchObject({ state: 'fresh', limitedTo: ['b'] });
    });

    it('goes back to all namespaces within a minute of that being granted, with one watch', async () => {
      allow('a');
      await wake();
      const before = kubernetes.openWatches;
      allowed.add(WIDGETS);
      await pass(MINUTE);
      expect(held()).toEqual(['a', 'b', 'c']);
      expect(health()).not.toHaveProperty('limitedTo');
      expect(kubernetes.openWatches).toBe(before);
      await pass(10 * MINUTE);
      expect(held()).toEqual(['a', 'b', 'c']);
    });

    it('goes to namespaces when all at once is revoked, and shows at no time what may not be read', async () => {
      allow('a');
      allowed.add(WIDGETS);
      await wake();
      expect(held()).toEqual(['a', 'b', 'c']);
      allowed.delete(WIDGETS);
      const after: string[] = [];
      copy.onChange(() => after.push(held().join()));
      kubernetes.endWatches('build');
      await pass(5 * SECOND);
      expect(after).not.toContain('a,b,c');
      expect(held()).toEqual(['a']);
    });

    it('is down with its cluster, and comes back as it was', async () => {
      allow('a');
      await wake();
      const { meddle } = kubernetes;
      kubernetes.meddle = (verb, cluster, resource) =>
        verb === 'clusters'
          ? undefined
          : new ClusterUnreachable(
              { cluster, verb: 'get', resource },
              new Date(clock.now()),
            );
      await pass(MINUTE);
      expect(health()).toMatchObject({ state: 'down', limitedTo: ['a'] });
      expect(held()).toEqual(['a']);
      kubernetes.meddle = meddle;
      kubernetes.put('build', WIDGETS, widget('two', 'red', 'a'));
      await pass(MINUTE);
      expect(health()).toMatchObject({ state: 'fresh', limitedTo: ['a'] });
      expect(held()).toEqual(['a', 'a']);
    });
  });

  describe('without', () => {
    const NAMESPACES = 'namespaces';
    const namespaces = (...names: string[]) => {
      for (const name of names) {
        kubernetes.put('build', NAMESPACES, { metadata: { name } });
      }
    };

    it('is found by asking each namespace of the cluster what is allowed there', async () => {
      namespaces('a', 'b', 'c');
      allowed.add(NAMESPACES);
      allow('b');
      discovery.allowed.set('b', [widgets.resource]);
      await wake();
      expect(held()).toEqual(['b']);
      expect(health().limitedTo).toEqual(['b']);
      expect([...discovery.asked].sort()).toEqual([
        ...['rights build a', 'rights build b', 'rights build c'],
      ]);
    });

    it('tries where the cluster cannot say what is allowed', async () => {
      namespaces('a', 'b');
      allowed.add(NAMESPACES);
      allow('a');
      for (const each of ['a', 'b']) discovery.allowed.set(each, undefined);
      await wake();
      expect(health().limitedTo).toEqual(['a']);
    });

    it('is looked for in our own namespace and where something else is held, when namespaces may not be listed', async () => {
      discovery.own = 'a';
      discovery.allowed.set('a', [widgets.resource]);
      discovery.allowed.set('b', [widgets.resource]);
      allow('a', 'b', 'c');
      kubernetes.put('build', 'wheels.test.example', {
        metadata: { namespace: 'b', name: 'wheel' },
      });
      await wake();
      // Whether the wheels came before the question is chance: five minutes later they have.
      await pass(6 * MINUTE);
      expect(health().limitedTo).toEqual(['a', 'b']);
    });

    it('stays denied where the cluster tells nothing at all', async () => {
      discovery.meddle = () =>
        new UpstreamFailure(
          { cluster: 'build', verb: 'create', resource: 'reviews' },
          404,
        );
      await wake();
      expect(health()).toMatchObject({ state: 'denied' });
    });

    it('is found in a namespace that comes later, within six minutes', async () => {
      namespaces('a');
      allowed.add(NAMESPACES);
      await wake();
      expect(health().state).toBe('denied');
      namespaces('b');
      allow('b');
      discovery.allowed.set('b', [widgets.resource]);
      await pass(6 * MINUTE);
      expect(health().limitedTo).toEqual(['b']);
    });

    it('follows fifty namespaces and says how many are left out', async () => {
      const many = Array.from({ length: 220 }, (_, n) => `team-${n + 1000}`);
      namespaces(...many);
      allowed.add(NAMESPACES);
      allow(...many);
      for (const each of many) discovery.allowed.set(each, [widgets.resource]);
      await wake();
      await clock.settle();
      await clock.settle();
      expect(discovery.asked.length).toBe(200);
      expect(health().limitedTo).toHaveLength(50);
      expect(health().leftOut).toBe(170);
    });
  });

  it('asks nothing about namespaces for a kind that belongs to none', async () => {
    start(['a']);
    allowed.add(WIDGETS);
    await wake();
    expect(health(engines)).toMatchObject({
      state: 'denied',
      problem: { verb: 'list', resource: 'engines.test.example' },
    });
    expect(kubernetes.asked.filter(one => one.includes('engines'))).toEqual([
      'stream build engines.test.example',
      'list build engines.test.example',
    ]);
  });

  it.each(['credentials', 'backstage'] as const)(
    'is not looked for when it is the %s that are refused',
    async by => {
      start(['a']);
      kubernetes.meddle = (verb, cluster, resource) =>
        verb === 'list' || verb === 'watch'
          ? new AccessDenied({ cluster, verb, resource }, by)
          : undefined;
      await wake();
      expect(health()).toMatchObject({
        state: 'denied',
        problem: { says: expect.any(String) },
      });
      expect(kubernetes.asked.some(one => one.includes(' in '))).toBe(false);
    },
  );

  it('is loading, not denied, until it has been looked for', async () => {
    const states: string[] = [];
    start(['a']);
    allow('a');
    copy.onChange(() => states.push(health().state));
    await wake();
    expect(states).not.toContain('denied');
    expect(health().state).toBe('fresh');
  });
});
