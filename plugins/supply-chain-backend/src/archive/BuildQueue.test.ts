import { Backoff } from '../clock/Backoff';
import { BuildQueue } from './BuildQueue';

const newQueue = () => new BuildQueue(() => new Backoff(() => 0));
const names = (tasks: readonly { readonly name: string }[]) =>
  tasks.map(({ name }) => name);

describe('builds that wait to be looked at', () => {
  it('come the last changed first, two of a cluster and six of all at a time', () => {
    const queue = newQueue();
    for (const cluster of ['a', 'b', 'c', 'd']) {
      for (const name of ['1', '2', '3']) queue.mark(cluster, `ns/${name}`);
    }
    const taken = queue.takeDue(0);
    expect(taken.map(({ cluster, name }) => cluster + name)).toEqual(
      expect.arrayContaining(['a3', 'a2', 'b3', 'b2', 'c3', 'c2']),
    );
    expect(taken).toHaveLength(6);
    expect(queue.takeDue(0)).toEqual([]);
    for (const task of taken) queue.done(task);
    expect(queue.takeDue(0)).toHaveLength(5);
    expect(queue.size).toBe(6);
  });

  it('are looked at once, however often they change, and again when they change while somebody looks', () => {
    const queue = newQueue();
    queue.mark('a', 'ns/1');
    queue.mark('a', 'ns/1');
    const [task] = queue.takeDue(0);
    if (!task) throw new Error('Nothing is due');
    queue.mark('a', 'ns/1');
    expect(queue.takeDue(0)).toEqual([]);
    queue.done(task);
    expect(names(queue.takeDue(0))).toEqual(['1']);
    queue.done(task);
    expect(queue.size).toBe(0);
  });

  it('that failed wait longer and longer, also when they change', () => {
    const queue = newQueue();
    queue.mark('a', 'ns/1');
    const waits: number[] = [];
    let now = 0;
    for (let n = 0; n < 8; n += 1) {
      const [task] = queue.takeDue(now);
      if (!task) throw new Error('Nothing is due');
      queue.failed(task, now);
      queue.mark('a', 'ns/1');
      expect(queue.takeDue(now)).toEqual([]);
      waits.push(queue.nextDue - now);
      now = queue.nextDue;
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000]);
  });

  it('that are to come again do so in time, or as soon as they change', () => {
    const queue = newQueue();
    queue.mark('a', 'ns/1');
    const [task] = queue.takeDue(0);
    if (!task) throw new Error('Nothing is due');
    queue.again(task, 0, 60_000);
    expect(queue.nextDue).toBe(60_000);
    expect(queue.takeDue(59_999)).toEqual([]);
    expect(names(queue.takeDue(60_000))).toEqual(['1']);
    queue.again(task, 60_000, 60_000);
    queue.mark('a', 'ns/1');
    expect(names(queue.takeDue(60_000))).toEqual(['1']);
  });
});
