import fc from 'fast-check';
import { FakeClock } from '../clock/FakeClock';
import type { ListPlace } from './ListPlace';
import { ListPlaces } from './ListPlaces';

describe('places for lists', () => {
  let clock: FakeClock;
  let places: ListPlaces;
  let entered: { readonly name: string; readonly place: ListPlace }[];
  let life: AbortController;

  beforeEach(() => {
    clock = new FakeClock();
    places = new ListPlaces(clock);
    entered = [];
    life = new AbortController();
  });

  /** Named by cluster and number: `a1` is a list of cluster a. */
  async function enter(...names: string[]) {
    names.forEach(enterOne);
    await clock.settle();
  }

  function enterOne(name: string) {
    places.enter(name.charAt(0), life.signal).then(
      place => entered.push({ name, place }),
      () => undefined,
    );
  }

  const names = () => entered.map(each => each.name);

  async function leave(name: string) {
    entered.find(each => each.name === name)?.place.leave();
    await clock.settle();
  }

  it('are four, and two of a cluster, in the order of asking', async () => {
    await enter('a1', 'a2', 'a3', 'b1', 'c1', 'c2', 'b2');
    expect(names()).toEqual(['a1', 'a2', 'b1', 'c1']);
    await leave('b1');
    expect(names().slice(4)).toEqual(['c2']);
    await leave('a1');
    expect(names().slice(5)).toEqual(['a3']);
    await leave('a1');
    expect(names().slice(6)).toEqual([]);
    await leave('a2');
    expect(names().slice(6)).toEqual(['b2']);
  });

  it('are lent to others while nothing comes, but not to the same cluster', async () => {
    await enter('a1', 'a2', 'b1', 'b2', 'a3', 'c1', 'c2', 'c3');
    await clock.advance(499);
    expect(names()).toEqual(['a1', 'a2', 'b1', 'b2']);
    entered[2]?.place.heard();
    await clock.advance(1);
    // a1, a2 and b2 are silent; of cluster a there are two already.
    expect(names().slice(4)).toEqual(['c1', 'c2']);
    await clock.advance(60_000);
    expect(names().slice(6)).toEqual([]);
    await leave('a2');
    expect(names().slice(6)).toEqual(['a3']);
  });

  it('count again as soon as something comes', async () => {
    await enter('a1', 'a2', 'b1', 'b2');
    await clock.advance(500);
    for (const { place } of entered) place.heard();
    await enter('c1');
    expect(names().slice(4)).toEqual([]);
    await clock.advance(500);
    expect(names().slice(4)).toEqual(['c1']);
  });

  it('are not kept for who has gone', async () => {
    await enter('a1', 'a2', 'a3');
    life.abort(new Error('gone'));
    life = new AbortController();
    await enter('a4');
    await leave('a1');
    expect(names()).toEqual(['a1', 'a2', 'a4']);
    await leave('a2');
    await leave('a4');
    expect(clock.waits).toEqual([]);
    life.abort(new Error('gone'));
    await expect(places.enter('a', life.signal)).rejects.toThrow('gone');
  });

  it('let everybody in at last, whoever comes, hangs and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(1000)), {
          maxLength: 20,
        }),
        async lists => {
          const now = new FakeClock();
          const all = new ListPlaces(now);
          let done = 0;
          const { signal } = new AbortController();
          const list = async ([cluster, ms]: [string, number]) => {
            const place = await all.enter(cluster, signal);
            await now.sleep(ms, signal);
            place.leave();
            done += 1;
          };
          lists.forEach(each => void list(each));
          await now.advance(20_001);
          expect(done).toBe(lists.length);
          expect(now.waits).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
