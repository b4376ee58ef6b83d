import fc from 'fast-check';
import { LogBuffer } from './LogBuffer';
import type { LogEntry } from './LogEntry';
import { PAGE_BYTES } from './LogPage';
import { rawLine } from './testing/rawLine';

const MUCH = { entries: 10_000, bytes: 1e9 };

const line = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 30 }).map(text => ({
    // A line has no newline, and what is not UTF-8 does not come back as it was.
    text: Buffer.from(text.replaceAll('\n', ' ')).toString(),
  })),
  long: fc.boolean(),
  notice: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
});

/** What was pushed, in its order, and the buffer. */
function filled(
  limit: number,
  all: readonly {
    readonly text: { readonly text: string };
    readonly long: boolean;
    readonly notice: boolean;
  }[],
) {
  const buffer = new LogBuffer(() => limit);
  const model: LogEntry[] = [];
  all.forEach(({ text: { text }, long, notice }, index) => {
    if (notice) {
      const gap = { kind: 'gap', because: 'rotated', lines: index } as const;
      buffer.pushNotice(gap);
      model.push(gap);
      return;
    }
    const whole = long ? text.padEnd(50_000, 'x') : text;
    const raw = rawLine(whole, index % 60);
    buffer.push(raw, index);
    model.push({
      at: raw.bytes.toString('latin1', 0, raw.timeLength),
      ...{ text: whole, count: index, unterminated: false, cut: 0 },
    });
  });
  return { buffer, model };
}

describe('a log in bounded memory', () => {
  it('gives back what came, in its order, from any entry on that it holds', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(60),
        (all, pages, from) => {
          const { buffer, model } = filled(pages * PAGE_BYTES, all);
          expect(buffer.next).toBe(model.length);
          const start = Math.max(buffer.first, Math.min(from, model.length));
          expect(buffer.slice(start, MUCH)).toEqual(model.slice(start));
        },
      ),
    );
  });

  it('holds no more than its limit and a page, and forgets no more than it must', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), all => {
        const limit = PAGE_BYTES * 2;
        const { buffer } = filled(limit, all);
        expect(buffer.size).toBeLessThanOrEqual(limit + PAGE_BYTES * 1.1);
        if (buffer.first > 0) {
          expect(buffer.size).toBeGreaterThan(limit - PAGE_BYTES * 1.1);
        }
        expect(buffer.size).toBe(
          buffer.total - buffer.costBefore(buffer.first),
        );
      }),
    );
  });

  it('gives back as much at once as is asked for, and one entry at least', () => {
    const buffer = new LogBuffer(() => PAGE_BYTES);
    for (let count = 1; count <= 9; count += 1) {
      buffer.push(rawLine('x'.repeat(100), 1), count);
    }
    expect(buffer.slice(0, { entries: 4, bytes: 1e9 })).toHaveLength(4);
    expect(buffer.slice(0, { entries: 9, bytes: 1 })).toHaveLength(1);
    expect(buffer.slice(9, MUCH)).toEqual([]);
  });

  it('finds a line by its time and how many of that time came before', () => {
    const buffer = new LogBuffer(() => PAGE_BYTES);
    buffer.push(rawLine('a', 1), 1);
    buffer.push(rawLine('b', 1), 2);
    buffer.pushNotice({ kind: 'gap', because: 'rotated' });
    buffer.push(rawLine('c', 2), 1);
    const at = (second: number) => `2026-11-22T21:00:0${second}Z`;
    expect(buffer.find({ at: at(1), count: 2 }, 0)).toBe(1);
    expect(buffer.find({ at: at(2), count: 1 }, 0)).toBe(3);
    expect(buffer.find({ at: at(1), count: 2 }, 2)).toBeUndefined();
    expect(buffer.find({ at: at(3), count: 1 }, 0)).toBeUndefined();
  });
});
