import fc from 'fast-check';
import { CARD_HEIGHT } from './CARD_HEIGHT';
import { layoutGraph } from './layoutGraph';

const stages = (...names: string[]) => names.map(name => ({ name }));
const edge = (from: string, to: string) => ({ from, to, missing: false });

describe('layoutGraph', () => {
  it('lays a chain out in one row', () => {
    const { columns, places } = layoutGraph({
      stages: stages('source', 'image', 'config'),
      edges: [edge('source', 'image'), edge('image', 'config')],
    });
    expect(columns).toBe(3);
    expect([...places.values()]).toEqual([
      { column: 0, top: 0 },
      { column: 1, top: 0 },
      { column: 2, top: 0 },
    ]);
  });

  it('keeps a chain straight, and what passes by a stage goes below it', () => {
    const { places, edges } = layoutGraph({
      stages: stages('a', 'b', 'c', 'd'),
      edges: [
        edge('a', 'b'),
        edge('b', 'c'),
        edge('c', 'd'),
        edge('a', 'c'),
        edge('a', 'd'),
      ],
    });
    expect(new Set([...places.values()].map(({ top }) => top)).size).toBe(1);
    expect(
      edges.filter(({ lane }) => lane !== undefined).map(({ to }) => to),
    ).toEqual(['c', 'd']);
  });

  it('puts branches of a chain in rows that do not touch', () => {
    const { places, height } = layoutGraph({
      stages: stages('source', 'test', 'scan', 'image'),
      edges: [
        edge('source', 'test'),
        edge('source', 'scan'),
        edge('test', 'image'),
        edge('scan', 'image'),
      ],
    });
    const test = places.get('test');
    const scan = places.get('scan');
    expect(test?.column).toBe(scan?.column);
    expect(Math.abs((test?.top ?? 0) - (scan?.top ?? 0))).toBeGreaterThan(
      CARD_HEIGHT,
    );
    expect(height).toBeGreaterThan(2 * CARD_HEIGHT);
  });

  it.each([
    ['nothing', stages(), [], 0],
    ['a stage alone', stages('a'), [], 1],
    ['stages that nothing connects', stages('a', 'b'), [], 1],
    ['an input that names nothing', stages('a'), [edge('ghost', 'a')], 1],
    ['a stage that waits for itself', stages('a'), [edge('a', 'a')], 1],
    ['a cycle', stages('a', 'b'), [edge('a', 'b'), edge('b', 'a')], 2],
    ['the same name twice', stages('a', 'a', 'b'), [edge('a', 'b')], 2],
    ['a name that objects have too', stages('__proto__', 'constructor'), [], 1],
  ])('has a place for %s', (_, given, edges, columns) => {
    const made = layoutGraph({ stages: given, edges });
    expect(made.columns).toBe(columns);
    expect([...made.places.keys()].sort()).toEqual(
      [...new Set(given.map(({ name }) => name))].sort(),
    );
  });

  it('is total, stable under any order, and never puts two cards on one place', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 }),
        fc.func(fc.integer()),
        (count, pairs, shuffle) => {
          const names = Array.from({ length: count }, (_, n) => `stage-${n}`);
          const edges = pairs.map(([a, b]) => edge(`stage-${a}`, `stage-${b}`));
          const made = layoutGraph({ stages: stages(...names), edges });
          const spots = [...made.places.values()];
          expect(spots).toHaveLength(count);
          for (const [n, a] of spots.entries()) {
            for (const b of spots.slice(n + 1)) {
              expect(
                a.column !== b.column || Math.abs(a.top - b.top) >= CARD_HEIGHT,
              ).toBe(true);
            }
          }
          const again = layoutGraph({
            stages: stages(...[...names].sort((a, b) => shuffle(a, b))),
            edges: [...edges].reverse(),
          });
          for (const [name, place] of made.places) {
            expect(again.places.get(name)).toEqual(place);
          }
        },
      ),
      { numRuns: 60 },
    ));
});
