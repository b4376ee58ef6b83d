import fc from 'fast-check';
import { Store } from './Store';
import type { WatchedKind } from './WatchedKind';
import { Unreadable } from './Unreadable';

interface Thing {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly tags: readonly string[];
  readonly text: string;
}

const things: WatchedKind<Thing> = {
  resource: { group: 'test.example', version: 'v1', plural: 'things' },
  kind: 'Thing',
  namespaced: true,
  read: raw => {
    const { thing, readable } = raw as { thing: Thing; readable: boolean };
    if (!readable) throw new Unreadable(thing.text);
    return thing;
  },
  indexes: {
    tag: thing => thing.tags,
    text: thing => (thing.text.length < 3 ? [thing.text] : []),
  },
};

const anything = fc.record({
  namespace: fc.constantFrom('here', 'there'),
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'ä'),
  version: fc.constantFrom('1', '2', '3'),
  tags: fc.array(fc.constantFrom('x', 'y', 'z', 'ü\n', ''), { maxLength: 4 }),
  text: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('same', 'same again').map(text => text.repeat(500)),
  ),
  readable: fc.boolean(),
});
type Anything = { readable: boolean } & Thing;

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ put: anything }) },
  { weight: 2, arbitrary: fc.record({ remove: anything }) },
  {
    weight: 2,
    arbitrary: fc.record({ list: fc.array(anything, { maxLength: 12 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ clear: true as const }) },
);

const rawOf = ({ readable, ...thing }: Anything) => ({
  metadata: {
    namespace: thing.namespace,
    name: thing.name,
    uid: thing.name,
    resourceVersion: thing.version,
  },
  thing,
  readable,
});
const keyOf = (thing: Thing) => `${thing.namespace}/${thing.name}`;
const entriesOf = ({ readable, ...thing }: Anything) =>
  readable
    ? Object.entries(things.indexes).flatMap(([index, keysOf]) =>
        keysOf(thing).map(key => `${index}\n${key}`),
      )
    : [];

/** The same as a plain map does it. */
class Model {
  held = new Map<string, Anything>();

  to(next: ReadonlyMap<string, Anything>) {
    const before = this.held;
    const keys = [...new Set([...before.keys(), ...next.keys()])].filter(
      key => before.get(key)?.version !== next.get(key)?.version,
    );
    // The same version is the same object, whatever it looks like.
    this.held = new Map(
      [...next].map(([key, thing]) => {
        const known = before.get(key);
        return [key, known?.version === thing.version ? known : thing];
      }),
    );
    const touched = keys.flatMap(key =>
      [before.get(key), next.get(key)].flatMap(each =>
        each ? entriesOf(each) : [],
      ),
    );
    return { keys: keys.sort(), indexed: [...new Set(touched)].sort() };
  }
}

describe('a store is a map', () => {
  it('whatever comes, goes and is listed again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const store = new Store(things);
        const model = new Model();
        let version = 0;
        for (const one of steps) {
          const next = new Map(model.held);
          let change;
          if ('put' in one) {
            next.set(keyOf(one.put), one.put);
            change = store.put(rawOf(one.put));
          } else if ('remove' in one) {
            next.delete(keyOf(one.remove));
            change = store.remove(rawOf(one.remove));
          } else if ('clear' in one) {
            next.clear();
            change = store.clear();
          } else {
            next.clear();
            const listing = store.relist();
            for (const thing of one.list) next.set(keyOf(thing), thing);
            // In two pieces, as pages come.
            listing.add(one.list.slice(0, 5).map(rawOf));
            listing.add(one.list.slice(5).map(rawOf));
            change = listing.commit();
          }
          const expected = model.to(next);
          version += expected.keys.length;
          expect({
            keys: [...change.keys].sort(),
            indexed: [...change.indexed].sort(),
          }).toEqual(expected);
          expect(store.version).toBe(version);
        }

        const all = [...model.held.values()];
        const readable = all.filter(each => each.readable);
        const plain = ({ readable: _, ...thing }: Anything) => thing;
        const sorted = (some: readonly Thing[]) =>
          [...some].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        expect(sorted([...store.all()])).toEqual(sorted(readable.map(plain)));
        expect(store.size).toBe(readable.length);
        expect(store.unreadableCount).toBe(all.length - readable.length);
        expect(store.unreadable()).toHaveLength(store.unreadableCount);
        for (const thing of all) {
          expect(store.get(thing.namespace, thing.name)).toEqual(
            thing.readable ? plain(thing) : undefined,
          );
        }
        for (const tag of ['x', 'y', 'z', 'ü\n', '', 'none']) {
          expect(sorted(store.byIndex('tag', tag))).toEqual(
            sorted(readable.map(plain).filter(t => t.tags.includes(tag))),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and what is put while a list is made is newer than the list', () => {
    const store = new Store(things);
    const thing = (name: string, version: string): Anything => ({
      namespace: 'here',
      name,
      version,
      tags: [],
      text: '',
      readable: true,
    });
    store.put(rawOf(thing('a', '1')));
    store.put(rawOf(thing('b', '1')));
    const listing = store.relist();
    listing.add([rawOf(thing('a', '1')), rawOf(thing('c', '1'))]);
    store.put(rawOf(thing('a', '2')));
    store.put(rawOf(thing('c', '2')));
    store.put(rawOf(thing('d', '2')));
    expect(listing.commit().keys).toEqual(['here/b']);
    const held = [...store.all()].map(each => each.name + each.version);
    expect(held.sort()).toEqual(['a2', 'c2', 'd2']);
  });
});
