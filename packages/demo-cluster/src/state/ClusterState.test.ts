import fc from 'fast-check';
import { defaultResources } from '../catalog/defaultResources.ts';
import { ManualClock } from '../testing/ManualClock.ts';
import type { Change } from './Change.ts';
import { ClusterState } from './ClusterState.ts';
import { ResourceCatalog } from './ResourceCatalog.ts';

const BUILDS = { group: 'kpack.io', plural: 'builds' };
const IMAGES = { group: 'kpack.io', plural: 'images' };
const PODS = { group: '', plural: 'pods' };

function newState(limits: { historyLimit?: number } = {}) {
  const clock = new ManualClock();
  const state = new ClusterState({
    clock,
    resources: new ResourceCatalog(defaultResources),
    ...limits,
  });
  const changes: Change[] = [];
  state.subscribe(change => changes.push(change));
  return { clock, state, changes };
}

const named = (name: string, more: object = {}) => ({
  metadata: { name, namespace: 'dev', ...more },
});

describe('ClusterState', () => {
  it('fills in version, uid, creation time, and what kind it is', () => {
    const { state } = newState();
    expect(state.apply(BUILDS, named('a'))).toEqual({
      apiVersion: 'kpack.io/v1alpha2',
      kind: 'Build',
      metadata: {
        name: 'a',
        namespace: 'dev',
        uid: expect.any(String),
        creationTimestamp: '2026-11-22T21:00:00Z',
        resourceVersion: state.resourceVersion,
      },
    });
  });

  it('keeps uid and creation time of what it replaces', () => {
    const { clock, state } = newState();
    const first = state.apply(BUILDS, named('a'));
    clock.advance(5000);
    const second = state.apply(BUILDS, { ...named('a'), spec: {} });
    expect(second.metadata).toMatchObject({
      uid: first.metadata.uid,
      creationTimestamp: first.metadata.creationTimestamp,
    });
    expect(second.metadata.resourceVersion).not.toBe(
      first.metadata.resourceVersion,
    );
  });

  it('does nothing when nothing changes', () => {
    const { changes, state } = newState();
    const first = state.apply(BUILDS, named('a'));
    expect(state.apply(BUILDS, first)).toBe(first);
    expect(changes).toHaveLength(1);
  });

  it('tells every change with what was before', () => {
    const { changes, state } = newState();
    const first = state.apply(BUILDS, named('a'));
    const second = state.apply(BUILDS, named('a', { labels: { x: 'y' } }));
    state.remove(BUILDS, 'dev', 'a');
    expect(changes).toMatchObject([
      { type: 'ADDED', object: first },
      { type: 'MODIFIED', object: second, previous: first },
      {
        type: 'DELETED',
        previous: second,
        object: { metadata: { resourceVersion: state.resourceVersion } },
      },
    ]);
  });

  it('tells everybody the same order, though a listener writes in turn', () => {
    const { state } = newState();
    const heard: string[] = [];
    state.subscribe(({ object }) => {
      if (object.metadata.name === 'cause')
        state.apply(BUILDS, named('effect'));
    });
    state.subscribe(({ object }) => heard.push(object.metadata.name));
    state.apply(BUILDS, named('cause'));
    expect(heard).toEqual(['cause', 'effect']);
  });

  it('goes on telling after a listener has thrown', () => {
    const { state } = newState();
    const heard: string[] = [];
    const stop = state.subscribe(() => {
      throw new Error('a listener fails');
    });
    expect(() => state.apply(BUILDS, named('a'))).toThrow('a listener fails');
    stop();
    state.subscribe(({ object }) => heard.push(object.metadata.name));
    state.apply(BUILDS, named('b'));
    expect(heard).toContain('b');
  });

  it('collects what nobody owns any more, through all generations, and their logs', () => {
    const { changes, state } = newState();
    const owned = (owner: { metadata: { uid?: string } }) => ({
      ownerReferences: [{ uid: owner.metadata.uid ?? '' }],
    });
    const image = state.apply(IMAGES, named('i'));
    const build = state.apply(BUILDS, named('b', owned(image)));
    state.apply(PODS, named('p', owned(build)));
    state.logs.append('dev', 'p', 'c', { at: 'now', bytes: Buffer.from('x') });
    state.apply(BUILDS, named('other'));
    state.remove(IMAGES, 'dev', 'i');
    expect(
      changes
        .filter(c => c.type === 'DELETED')
        .map(c => c.object.metadata.name),
    ).toEqual(['i', 'b', 'p']);
    expect(state.list(BUILDS).items.map(o => o.metadata.name)).toEqual([
      'other',
    ]);
    expect(state.logs.read('dev', 'p', 'c')).toBeUndefined();
  });

  it('leaves what has another owner, without the one that is gone', () => {
    const { state } = newState();
    const [one, two] = [
      state.apply(IMAGES, named('one')),
      state.apply(IMAGES, named('two')),
    ];
    const refs = [one, two].map(({ metadata }) => ({
      uid: metadata.uid ?? '',
    }));
    state.apply(BUILDS, named('shared', { ownerReferences: refs }));
    state.remove(IMAGES, 'dev', 'one');
    expect(
      state.get(BUILDS, 'dev', 'shared')?.metadata.ownerReferences,
    ).toEqual([refs[1]]);
    state.remove(IMAGES, 'dev', 'two');
    expect(state.get(BUILDS, 'dev', 'shared')).toBeUndefined();
  });

  it('empties a namespace with it', () => {
    const { state } = newState();
    state.apply(
      { group: '', plural: 'namespaces' },
      { metadata: { name: 'dev' } },
    );
    state.apply(BUILDS, named('a'));
    state.remove({ group: '', plural: 'namespaces' }, undefined, 'dev');
    expect(state.list(BUILDS).items).toEqual([]);
  });

  it('remembers every version it still has, and says which it has forgotten', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      namespace: fc.constantFrom('dev', 'shop'),
      remove: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 5, max: 80 }),
        (steps, historyLimit) => {
          const { state } = newState({ historyLimit });
          const then = new Map<number, unknown>();
          const remember = () =>
            then.set(Number(state.resourceVersion), state.list(BUILDS).items);
          remember();
          steps.forEach(({ name, namespace, remove }, i) => {
            if (remove) state.remove(BUILDS, namespace, name);
            else
              state.apply(BUILDS, {
                metadata: { name, namespace, labels: { step: String(i) } },
              });
            remember();
          });
          for (const [version, items] of then) {
            const forgotten = version < state.compactedVersion;
            expect(state.listAt(BUILDS, version)?.items).toEqual(
              forgotten ? undefined : items,
            );
          }
        },
      ),
    );
  });

  it('a list and what happened since make the list of now', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.nat(40),
        (steps, cut) => {
          const { state } = newState();
          let from = state.resourceVersion;
          let known = new Map<string, unknown>();
          steps.forEach(([name, remove], i) => {
            if (i === cut) {
              from = state.resourceVersion;
              known = new Map(
                state.list(BUILDS).items.map(o => [o.metadata.name, o]),
              );
            }
            if (remove) state.remove(BUILDS, 'dev', name);
            else
              state.apply(BUILDS, named(name, { labels: { step: String(i) } }));
          });
          for (const { type, object } of state.changesSince(
            BUILDS,
            Number(from),
          ) ?? []) {
            if (type === 'DELETED') known.delete(object.metadata.name);
            else known.set(object.metadata.name, object);
          }
          const now = new Map(
            state.list(BUILDS).items.map(o => [o.metadata.name, o]),
          );
          expect(Object.fromEntries(known)).toEqual(Object.fromEntries(now));
        },
      ),
    );
  });
});
