import { FakeClock } from './FakeClock';
import { Turns } from './Turns';

const turn = () => new Promise<void>(resolve => setImmediate(resolve));

describe('Turns', () => {
  it('costs nothing while the turn lasts', async () => {
    const clock = new FakeClock();
    const turns = new Turns(clock);
    expect(turns.pause()).toBeUndefined();
    await clock.advance(4);
    expect(turns.pause()).toBeUndefined();
  });

  it('lets the event loop go round between two turns, and gives them in order', async () => {
    const clock = new FakeClock();
    const turns = new Turns(clock);
    await clock.advance(5);
    const seen: string[] = [];
    const work = async (name: string) => {
      await turns.pause();
      seen.push(name);
    };
    const all = [work('a'), work('b'), work('c')];
    setImmediate(() => seen.push('somebody else'));
    await Promise.resolve();
    expect(seen).toEqual([]);
    await turn();
    expect(seen).toEqual(['a', 'somebody else']);
    await Promise.all(all);
    expect(seen).toEqual(['a', 'somebody else', 'b', 'c']);
  });

  it('goes on when the time of the machine is set back', async () => {
    let now = 1_000_000;
    const turns = new Turns({ now: () => now });
    now = 0;
    await turns.pause();
    expect(turns.pause()).toBeUndefined();
  });
});
