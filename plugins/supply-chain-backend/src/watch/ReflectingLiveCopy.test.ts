import { FakeClock } from '../clock/FakeClock';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { BrokenAnswer } from '../clusters/errors/BrokenAnswer';
import { ClusterListFailed } from '../clusters/errors/ClusterListFailed';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { Gone } from '../clusters/errors/Gone';
import { KindAbsent } from '../clusters/errors/KindAbsent';
import { TooManyRequests } from '../clusters/errors/TooManyRequests';
import { UpstreamFailure } from '../clusters/errors/UpstreamFailure';
import type { CopyChange } from './CopyChange';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import { widget, widgets } from './widgets';

const WIDGETS = 'widgets.test.example';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('ReflectingLiveCopy', () => {
  let clock: FakeClock;
  let kubernetes: FakeKubernetes;
  let copy: ReflectingLiveCopy;
  let changes: CopyChange[];
  let log: string[];

  function start(...clusters: string[]) {
    clock = new FakeClock();
    kubernetes = new FakeKubernetes(...clusters);
    log = [];
    const note = (message: string) => log.push(message);
    copy = new ReflectingLiveCopy({
      api: kubernetes,
      kinds: [widgets],
      clock,
      random: () => 0.5,
      logger: { info: note, warn: note, error: note },
    });
    changes = [];
    copy.onChange(change => changes.push(change));
  }

  beforeEach(() => start('build'));

  afterEach(async () => {
    await copy.stop();
    expect(clock.waits).toEqual([]);
    expect(kubernetes.openWatches).toBe(0);
  });

  const colours = (cluster = 'build') =>
    Object.fromEntries(
      [...copy.kind(cluster, widgets).all()].map(w => [w.name, w.colour]),
    );
  const health = (cluster = 'build') => copy.kind(cluster, widgets).health;
  const count = (question: string) =>
    kubernetes.asked.filter(one => one === question).length;
  const LIST = `list build ${WIDGETS}`;
  const WATCH = `watch build ${WIDGETS}`;

  async function wake() {
    copy.touch();
    await clock.settle();
  }

  /** People go on reading meanwhile. */
  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= MINUTE) {
      copy.touch();
      await clock.advance(Math.min(left, MINUTE));
    }
    copy.touch();
  }

  /** As an API server does it: a bookmark a minute. */
  async function passWithBookmarks(minutes: number) {
    for (let n = 0; n < minutes; n += 1) {
      await pass(MINUTE);
      kubernetes.bookmark('build');
      await clock.settle();
    }
  }

  describe('as long as all is well', () => {
    it('asks nothing before the first reader', async () => {
      await clock.advance(10 * MINUTE);
      expect(kubernetes.asked).toEqual([]);
      expect(copy.clusters()).toEqual([]);
    });

    it('lists in pages, then follows every change', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        kubernetes.put('build', WIDGETS, widget(name, 'red'));
      }
      await wake();
      expect(Object.keys(colours())).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(health()).toMatchObject({ state: 'fresh', objects: 5 });

      kubernetes.put('build', WIDGETS, widget('a', 'blue'));
      kubernetes.remove('build', WIDGETS, 'here', 'b');
      kubernetes.put('build', WIDGETS, widget('f', 'red'));
      await clock.settle();
      expect(colours()).toEqual({
        a: 'blue',
        c: 'red',
        d: 'red',
        e: 'red',
        f: 'red',
      });
      expect(count(LIST)).toBe(1);
    });

    it('tells listeners what changed', async () => {
      await wake();
      changes = [];
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await clock.settle();
      expect(changes).toEqual([
        {
          what: 'objects',
          cluster: 'build',
          resource: WIDGETS,
          keys: ['here/a'],
          indexed: ['colour\nred'],
        },
      ]);
    });

    it('goes on where it was when a watch ends, without a new list', async () => {
      await wake();
      for (let n = 0; n < 3; n += 1) {
        await passWithBookmarks(4);
        kubernetes.endWatches('build');
        await clock.advance(1);
      }
      expect(count(LIST)).toBe(1);
      expect(count(WATCH)).toBe(4);
      expect(health().state).toBe('fresh');
    });

    it('goes on from a bookmark, past what has been forgotten since the list', async () => {
      await wake();
      kubernetes.put('build', 'others', widget('x', 'red'));
      kubernetes.compact('build');
      kubernetes.bookmark('build');
      await clock.advance(10 * SECOND);
      kubernetes.endWatches('build');
      await clock.advance(SECOND);
      expect(count(LIST)).toBe(1);
      expect(count(WATCH)).toBe(2);
    });

    it('asks the cluster for nothing more when a hundred people read', async () => {
      await wake();
      const before = kubernetes.asked.length;
      for (let reader = 0; reader < 100; reader += 1) {
        copy.touch();
        await copy.ready(new AbortController().signal, SECOND);
        colours();
      }
      await clock.settle();
      expect(kubernetes.asked).toHaveLength(before);
    });

    it('does not mind events that come twice or from the past', async () => {
      await wake();
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await clock.settle();
      const [a] = kubernetes.objects('build', WIDGETS);
      changes = [];
      kubernetes.sendLine('build', WIDGETS, { type: 'ADDED', object: a });
      kubernetes.sendLine('build', WIDGETS, { type: 'MODIFIED', object: a });
      kubernetes.sendLine('build', WIDGETS, {
        type: 'DELETED',
        object: widget('never', 'was'),
      });
      await clock.settle();
      expect(colours()).toEqual({ a: 'red' });
      expect(changes).toEqual([]);
    });
  });

  describe('stopping and starting', () => {
    it('stops ten minutes after the last reader and starts with the next', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await wake();
      await pass(5 * MINUTE);
      await clock.advance(9 * MINUTE);
      expect(kubernetes.openWatches).toBe(1);
      await clock.advance(MINUTE);
      expect(kubernetes.openWatches).toBe(0);
      expect(clock.waits).toEqual([]);
      expect(copy.clusters()).toEqual([]);

      await wake();
      expect(colours()).toEqual({ a: 'red' });
      expect(health().state).toBe('fresh');
    });

    it('starts again for a reader who comes while it is stopping', async () => {
      await wake();
      await clock.advance(10 * MINUTE - 1);
      const stopping = clock.advance(1);
      copy.touch();
      await stopping;
      await clock.settle();
      expect(copy.clusters()).toHaveLength(1);
      expect(kubernetes.openWatches).toBe(1);
    });

    it('stays stopped once stopped for good', async () => {
      await wake();
      await copy.stop();
      await wake();
      expect(copy.clusters()).toEqual([]);
    });

    it('can be stopped in the middle of a list', async () => {
      kubernetes.meddle = (_verb, _cluster, _resource, signal) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => resolve(undefined));
        });
      await wake();
      await copy.stop();
      expect(copy.clusters()).toEqual([]);
    });

    it('is ready when every first list has answered or failed', async () => {
      start('build', 'dead');
      kubernetes.meddle = (_verb, cluster) =>
        cluster === 'dead' ? unreachable('dead') : undefined;
      copy.touch();
      await copy.ready(new AbortController().signal, MINUTE);
      expect(health('build').state).toBe('fresh');
      expect(health('dead').state).toBe('down');
    });

    it('is ready after the time given when a cluster does not answer', async () => {
      kubernetes.meddle = (_verb, cluster, _resource, signal) =>
        cluster === '' ? undefined : hang(signal);
      copy.touch();
      let ready = false;
      const waiting = copy
        .ready(new AbortController().signal, 3 * SECOND)
        .then(() => (ready = true));
      await clock.advance(3 * SECOND - 1);
      expect(ready).toBe(false);
      await clock.advance(1);
      await waiting;
      expect(health().state).toBe('loading');
    });
  });

  describe('clusters', () => {
    it('adds and removes them as the kubernetes plugin does, within a minute', async () => {
      await wake();
      kubernetes.put('new', WIDGETS, widget('n', 'red'));
      const [build] = kubernetes.infos;
      kubernetes.infos = [
        ...kubernetes.infos,
        { name: 'new', authProvider: 'aws', access: 'shared' },
      ];
      await pass(MINUTE);
      expect(copy.clusters().map(c => c.name)).toEqual(['build', 'new']);
      expect(colours('new')).toEqual({ n: 'red' });
      expect(count(LIST)).toBe(1);

      kubernetes.infos = build ? [build] : [];
      await pass(MINUTE);
      expect(copy.clusters().map(c => c.name)).toEqual(['build']);
      expect(kubernetes.openWatches).toBe(1);
      expect(copy.kind('new', widgets).health.state).toBe('loading');
      expect(colours('new')).toEqual({});
    });

    it('keeps what it knows when the list of clusters fails, and says why', async () => {
      await wake();
      kubernetes.meddle = verb =>
        verb === 'clusters' ? new ClusterListFailed(403) : undefined;
      await pass(MINUTE);
      expect(copy.clusters()).toHaveLength(1);
      expect(copy.problem()).toContain('kubernetes.clusters.read');
      kubernetes.meddle = () => undefined;
      await pass(MINUTE);
      expect(copy.problem()).toBeUndefined();
    });

    it('says of a cluster with personal tokens whose it wants, and asks it nothing', async () => {
      kubernetes.infos = [
        { name: 'gke', authProvider: 'google', access: 'per-user' },
      ];
      copy.touch();
      await copy.ready(new AbortController().signal, MINUTE);
      expect(copy.clusters()).toEqual([
        expect.objectContaining({
          name: 'gke',
          access: 'per-user',
          kinds: [
            expect.objectContaining({
              state: 'loading',
              problem: {
                because: 'sign-in',
                cluster: 'gke',
                authProvider: 'google',
                why: 'missing',
              },
            }),
          ],
        }),
      ]);
      await pass(5 * MINUTE);
      expect(new Set(kubernetes.asked)).toEqual(new Set(['clusters']));
    });

    it('serves one cluster while another is a black hole, and names that one', async () => {
      start('hole', 'build');
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      kubernetes.meddle = async (verb, cluster, _resource, signal) => {
        if (cluster !== 'hole') return undefined;
        if (verb !== 'contact') return hang(signal);
        // The door's own deadline for this question.
        await clock.sleep(4 * SECOND, signal);
        return unreachable('hole');
      };
      await wake();
      expect(colours('build')).toEqual({ a: 'red' });
      await clock.advance(5 * SECOND);
      expect(health('hole')).toMatchObject({
        state: 'down',
        problem: { because: 'unreachable', cluster: 'hole' },
      });
      kubernetes.put('build', WIDGETS, widget('a', 'blue'));
      await clock.settle();
      expect(colours('build')).toEqual({ a: 'blue' });
    });
  });

  describe('when something goes wrong', () => {
    it('lists again after 410 and keeps showing the old objects meanwhile', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await wake();
      kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
      kubernetes.put('build', WIDGETS, widget('b', 'red'));
      kubernetes.remove('build', WIDGETS, 'here', 'a');
      kubernetes.compact('build');
      let answer: () => void = () => undefined;
      kubernetes.meddle = verb =>
        verb === 'list'
          ? new Promise(resolve => {
              answer = () => resolve(undefined);
            })
          : undefined;
      await clock.advance(2 * SECOND);
      expect(colours()).toHaveProperty('a');
      answer();
      await clock.settle();
      expect(colours()).toEqual({ b: 'red' });
      expect(count(LIST)).toBe(2);
      expect(health().state).toBe('fresh');
    });

    it('lists again after 410 in the stream', async () => {
      await wake();
      kubernetes.breakWatches('build', new Gone(asked('watch')));
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await clock.advance(SECOND);
      expect(count(LIST)).toBe(2);
      expect(colours()).toEqual({ a: 'red' });
    });

    it('begins again when a list expires between two pages', async () => {
      for (const name of ['a', 'b', 'c']) {
        kubernetes.put('build', WIDGETS, widget(name, 'red'));
      }
      let first = true;
      kubernetes.meddle = verb => {
        if (verb === 'list' && first) {
          first = false;
          return new Gone(asked('list'));
        }
        return undefined;
      };
      await wake();
      await clock.advance(SECOND);
      expect(Object.keys(colours())).toEqual(['a', 'b', 'c']);
    });

    it('takes up a broken connection where it was, and does not call that trouble', async () => {
      await wake();
      changes = [];
      kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await clock.advance(SECOND);
      expect(colours()).toEqual({ a: 'red' });
      expect(count(LIST)).toBe(1);
      expect(changes.filter(change => change.what === 'health')).toEqual([]);
    });

    it('says since when a cluster is down, keeps its objects, and goes on by itself', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await wake();
      await passWithBookmarks(1);
      const since = clock.now();
      kubernetes.meddle = (_verb, cluster) =>
        cluster === 'build' ? unreachable('build', since) : undefined;
      kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
      await clock.advance(SECOND);
      expect(health()).toMatchObject({
        state: 'down',
        since: new Date(since).toISOString(),
        objects: 1,
        problem: {
          because: 'unreachable',
          since: new Date(since).toISOString(),
        },
      });
      expect(colours()).toEqual({ a: 'red' });

      kubernetes.put('build', WIDGETS, widget('b', 'red'));
      await pass(5 * MINUTE);
      const lists = count(LIST);
      kubernetes.meddle = () => undefined;
      await pass(15 * SECOND);
      expect(health().state).toBe('fresh');
      expect(colours()).toEqual({ a: 'red', b: 'red' });
      expect(count(LIST)).toBe(lists);
    });

    it('is back within eleven seconds of a cluster that was away for an hour', async () => {
      await wake();
      kubernetes.meddle = (_verb, cluster) =>
        cluster === 'build' ? unreachable('build') : undefined;
      await pass(60 * MINUTE);
      expect(health().state).toBe('down');
      kubernetes.meddle = () => undefined;
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await pass(11 * SECOND);
      expect(colours()).toEqual({ a: 'red' });
      // The watch is taken for accepted two seconds after nobody refused it.
      await pass(2 * SECOND);
      expect(health().state).toBe('fresh');
    });

    describe('that a cluster may have died without a word', () => {
      const CONTACT = 'contact build';
      const die = () => {
        kubernetes.meddle = (_verb, cluster) =>
          cluster === 'build' ? unreachable('build') : undefined;
      };
      /** A bookmark has just come. */
      const heard = async () => {
        kubernetes.bookmark('build');
        await clock.settle();
      };

      it('asks at once when a person looks after two seconds of silence, once for all who look', async () => {
        await wake();
        await clock.advance(10 * SECOND);
        await heard();
        await clock.advance(2 * SECOND);
        const before = count(CONTACT);
        for (let person = 0; person < 20; person += 1) copy.look();
        await clock.settle();
        expect(count(CONTACT)).toBe(before + 1);
      });

      it('asks nothing when the cluster has said something in the last two seconds, unless it then says no more', async () => {
        await wake();
        await clock.advance(10 * SECOND);
        await heard();
        await clock.advance(SECOND);
        const before = count(CONTACT);
        copy.look();
        await clock.advance(SECOND - 1);
        expect(count(CONTACT)).toBe(before);
        await clock.advance(1);
        expect(count(CONTACT)).toBe(before + 1);
      });

      it('is asked at most every two seconds, however often people look', async () => {
        await wake();
        await clock.advance(10 * SECOND);
        const before = count(CONTACT);
        for (let n = 0; n < 600; n += 1) {
          copy.look();
          await clock.advance(SECOND / 10);
        }
        expect(count(CONTACT) - before).toBeLessThanOrEqual(31);
      });

      it.each([
        ['refuses connections', async () => unreachable('build')],
        ['swallows everything', hang],
      ])(
        'is named within five seconds when people look and it %s',
        async (_, fate) => {
          await wake();
          await clock.advance(10 * SECOND);
          copy.look();
          await clock.settle();
          kubernetes.meddle = (_verb, cluster, _resource, signal) =>
            cluster === 'build' ? fate(signal) : undefined;
          for (let n = 0; n < 50 && health().state === 'fresh'; n += 1) {
            copy.look();
            await clock.advance(SECOND / 10);
          }
          expect(health().state).toBe('down');
        },
      );

      it('is not called dead for an answer that is late while its watches speak', async () => {
        await wake();
        await clock.advance(10 * SECOND);
        kubernetes.meddle = (verb, _cluster, _resource, signal) =>
          verb === 'contact' ? hang(signal) : undefined;
        copy.look();
        await clock.advance(2 * SECOND);
        await heard();
        await clock.advance(10 * SECOND);
        expect(health().state).toBe('fresh');
      });

      it('names it within 25 s when people only watch', async () => {
        await wake();
        await heard();
        die();
        await pass(25 * SECOND);
        expect(health().state).toBe('down');
      });

      it('costs nothing that people watch as long as something is heard every 20 s', async () => {
        await wake();
        const before = count(CONTACT);
        for (let n = 0; n < 30; n += 1) {
          await heard();
          copy.touch();
          await clock.advance(20 * SECOND);
        }
        expect(count(CONTACT)).toBe(before);
      });
    });

    it('sends a dead cluster at most seven questions a minute, whatever the number of kinds', async () => {
      kubernetes.meddle = (_verb, cluster) =>
        cluster === 'build' ? unreachable('build') : undefined;
      await wake();
      await pass(5 * MINUTE);
      const before = kubernetes.asked.length;
      await pass(10 * MINUTE);
      const toTheCluster = kubernetes.asked
        .slice(before)
        .filter(one => one !== 'clusters');
      expect(toTheCluster.length / 10).toBeLessThanOrEqual(8);
    });

    it('does not trust a watch that falls silent though bookmarks came before', async () => {
      await wake();
      kubernetes.bookmark('build');
      await pass(80 * SECOND);
      kubernetes.bookmark('build');
      await pass(89 * SECOND);
      expect(count(WATCH)).toBe(1);
      await pass(3 * SECOND);
      expect(count(WATCH)).toBe(2);
      expect(count(LIST)).toBe(1);
    });

    it('lists again when minutes pass without even a bookmark: the version may be of the future', async () => {
      await wake();
      await pass(4 * MINUTE);
      kubernetes.endWatches('build');
      await clock.advance(1);
      expect(count(LIST)).toBe(2);
    });

    it('honours Retry-After', async () => {
      kubernetes.meddle = verb =>
        verb === 'list'
          ? new TooManyRequests(asked('list'), 20 * SECOND)
          : undefined;
      await wake();
      expect(health()).toMatchObject({
        state: 'down',
        problem: { says: expect.stringContaining('wait') },
      });
      await pass(19 * SECOND);
      expect(count(LIST)).toBe(1);
      kubernetes.meddle = () => undefined;
      await pass(2 * SECOND);
      expect(count(LIST)).toBe(2);
      expect(health().state).toBe('fresh');
    });

    it('calls what it holds stale when the cluster answers with errors', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await wake();
      kubernetes.meddle = verb =>
        verb === 'list' || verb === 'watch'
          ? new UpstreamFailure(asked(verb), 500)
          : undefined;
      kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
      await clock.advance(2 * SECOND);
      expect(health()).toMatchObject({
        state: 'stale',
        objects: 1,
        problem: { says: 'the cluster answers with status 500' },
      });
      kubernetes.meddle = () => undefined;
      await pass(MINUTE);
      expect(health()).not.toHaveProperty('problem');
      expect(health().state).toBe('fresh');
    });

    it('lists again when a line of the watch cannot be read', async () => {
      await wake();
      kubernetes.breakWatches('build', new BrokenAnswer(asked('watch')));
      await pass(2 * SECOND);
      expect(count(LIST)).toBe(2);
      expect(health().state).toBe('fresh');
    });

    it('waits longer and longer, and forgets that after a stable minute', async () => {
      kubernetes.meddle = verb =>
        verb === 'list' ? new UpstreamFailure(asked('list'), 500) : undefined;
      await wake();
      await pass(10 * MINUTE);
      // 0.4 + 0.75 + 1.5 + 3 + 6 + 12 s, then one each 22.5 s: about 31.
      expect(count(LIST)).toBeGreaterThan(25);
      expect(count(LIST)).toBeLessThan(35);

      kubernetes.meddle = () => undefined;
      await pass(2 * MINUTE);
      kubernetes.bookmark('build');
      await clock.settle();
      kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
      const watches = count(WATCH);
      await clock.advance(500);
      expect(count(WATCH)).toBe(watches + 1);
    });

    it('does not ask in circles when watches end at once', async () => {
      await wake();
      for (let n = 0; n < 20; n += 1) {
        kubernetes.endWatches('build');
        await clock.settle();
      }
      expect(count(WATCH)).toBeLessThan(4);
    });
  });

  describe('rights', () => {
    const denied = (verb: 'list' | 'watch') =>
      new AccessDenied(asked(verb), 'cluster');

    it('names what is denied, shows nothing of it, and recovers within 16 s when granted', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      kubernetes.meddle = verb =>
        verb === 'list' ? denied('list') : undefined;
      await wake();
      expect(health()).toMatchObject({
        state: 'denied',
        objects: 0,
        problem: {
          because: 'denied',
          cluster: 'build',
          verb: 'list',
          resource: WIDGETS,
        },
      });
      kubernetes.meddle = () => undefined;
      await pass(16 * SECOND);
      expect(health().state).toBe('fresh');
      expect(colours()).toEqual({ a: 'red' });
    });

    it('no longer shows what may no longer be read', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await wake();
      kubernetes.meddle = verb =>
        verb === 'list' || verb === 'watch' ? denied(verb) : undefined;
      kubernetes.endWatches('build');
      changes = [];
      await pass(20 * SECOND);
      expect(colours()).toEqual({});
      expect(changes).toContainEqual({
        what: 'objects',
        cluster: 'build',
        resource: WIDGETS,
        keys: ['here/a'],
        indexed: ['colour\nred'],
      });
      expect(health()).toMatchObject({ state: 'denied', objects: 0 });
    });

    it('shows lists when only watching is denied, and says all the while that it is', async () => {
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      kubernetes.meddle = verb =>
        verb === 'watch' ? denied('watch') : undefined;
      await wake();
      changes = [];
      kubernetes.put('build', WIDGETS, widget('b', 'red'));
      await pass(20 * SECOND);
      expect(colours()).toEqual({ a: 'red', b: 'red' });
      expect(health()).toMatchObject({
        state: 'denied',
        problem: { verb: 'watch' },
      });
      expect(changes.filter(change => change.what === 'health')).toEqual([]);
      kubernetes.meddle = () => undefined;
      await pass(20 * SECOND);
      expect(health().state).toBe('fresh');
    });

    it.each([
      ['credentials', 'credentials'],
      ['backstage', 'kubernetes.proxy'],
    ] as const)(
      'says when it is the %s that are refused',
      async (by, words) => {
        kubernetes.meddle = verb =>
          verb === 'list' ? new AccessDenied(asked('list'), by) : undefined;
        await wake();
        expect(health().problem).toMatchObject({
          because: 'denied',
          says: expect.stringContaining(words),
        });
      },
    );

    it('tells a kind that is not installed from an empty one, and sees when it comes and goes', async () => {
      const absent = (verb: string) =>
        verb === 'list' || verb === 'watch'
          ? new KindAbsent(asked(verb))
          : undefined;
      kubernetes.meddle = absent;
      await wake();
      expect(health()).toMatchObject({
        state: 'absent',
        problem: { because: 'absent', resource: WIDGETS },
      });
      await pass(10 * MINUTE);
      expect(count(LIST)).toBeLessThan(20);

      kubernetes.meddle = () => undefined;
      kubernetes.put('build', WIDGETS, widget('a', 'red'));
      await pass(MINUTE);
      expect(colours()).toEqual({ a: 'red' });

      kubernetes.meddle = absent;
      kubernetes.endWatches('build');
      await pass(30 * SECOND);
      await pass(MINUTE);
      expect(health()).toMatchObject({ state: 'absent', objects: 0 });
    });
  });

  it('counts and names an object that cannot be read, and goes on', async () => {
    kubernetes.put('build', WIDGETS, widget('odd', 7));
    kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await wake();
    kubernetes.sendLine('build', WIDGETS, { type: 'MODIFIED', object: null });
    kubernetes.put('build', WIDGETS, widget('b', 'red'));
    await clock.settle();
    expect(colours()).toEqual({ a: 'red', b: 'red' });
    expect(health()).toMatchObject({
      state: 'fresh',
      objects: 2,
      unreadable: 2,
    });
    expect(copy.kind('build', widgets).unreadable()).toContainEqual({
      namespace: 'here',
      name: 'odd',
      says: 'spec.colour is not a text',
    });
  });

  it('lives on when a listener fails', async () => {
    copy.onChange(() => {
      throw new Error('mistake');
    });
    await wake();
    kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await clock.settle();
    expect(colours()).toEqual({ a: 'red' });
    expect(log).toContain('A listener to the live copy failed');
    expect(health().state).toBe('fresh');
  });

  function asked(verb: 'list' | 'watch') {
    return { cluster: 'build', verb, resource: WIDGETS };
  }

  function unreachable(cluster: string, since = clock.now()) {
    return new ClusterUnreachable(
      { cluster, verb: 'list', resource: WIDGETS },
      new Date(since),
    );
  }

  function hang(signal: AbortSignal): Promise<undefined> {
    return new Promise(resolve => {
      signal.addEventListener('abort', () => resolve(undefined));
    });
  }
});
