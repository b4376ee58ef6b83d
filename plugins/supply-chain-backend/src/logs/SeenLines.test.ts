import { LogBuffer } from './LogBuffer';
import { PAGE_BYTES } from './LogPage';
import type { RawLine } from './RawLine';
import { SeenLines, type Newness } from './SeenLines';
import { rawLine } from './testing/rawLine';

const [a1, b1, b1again, c2, d3, e4] = [
  rawLine('a', 1),
  rawLine('b', 1),
  rawLine('b', 1),
  rawLine('c', 2),
  rawLine('d', 3),
  rawLine('e', 4),
];
/** Written after `d`, by a clock that was set back. */
const earlier = rawLine('set back', 1);

function holding(lines: readonly RawLine[]): LogBuffer {
  const buffer = new LogBuffer(() => PAGE_BYTES);
  for (const line of lines) buffer.push(line, 1);
  return buffer;
}

const from = (second: number) => `2026-11-22T21:00:0${second}Z`;

describe('what is new when a log is read again', () => {
  it.each<[string, RawLine[], string | undefined, RawLine[], Newness[]]>([
    ['all, where nothing was held', [], undefined, [a1, b1], ['new', 'new']],
    [
      'what comes after all that is held',
      [a1, b1, b1again],
      undefined,
      [a1, b1, b1again, c2],
      ['seen', 'seen', 'seen', 'new'],
    ],
    [
      'one more of lines that are the same',
      [b1],
      undefined,
      [b1, b1again],
      ['seen', 'new'],
    ],
    [
      'what comes after, where only the end was asked for',
      [a1, b1, c2, d3],
      from(2),
      [c2, d3, e4],
      ['seen', 'seen', 'new'],
    ],
    [
      'a line with an earlier time than the last',
      [a1, d3],
      undefined,
      [a1, d3, earlier],
      ['seen', 'seen', 'new'],
    ],
    [
      'what comes after, where the node threw the beginning away',
      [a1, b1, c2, d3],
      undefined,
      [c2, d3, e4],
      ['seen', 'seen', 'new'],
    ],
    [
      'what comes, with a gap, where the node threw the last that is held away',
      [a1, b1],
      undefined,
      [d3, e4],
      ['lost', 'new'],
    ],
    [
      'what comes, with a gap, where the middle is missing',
      [a1, b1, c2],
      undefined,
      [a1, e4],
      ['seen', 'lost'],
    ],
  ])('is %s', (_, held, since, again, expected) => {
    const seen = new SeenLines(holding(held), since);
    expect(again.map(line => seen.next(line))).toEqual(expected);
  });

  it('is nothing that came before what is held, where the beginning was forgotten', () => {
    const buffer = new LogBuffer(() => 1);
    const long = (second: number) => rawLine('x'.repeat(200_000), second);
    const all = [long(1), long(2), long(3)];
    all.forEach(line => buffer.push(line, 1));
    expect(buffer.first).toBe(2);
    const seen = new SeenLines(buffer, undefined);
    expect([...all, e4].map(line => seen.next(line))).toEqual([
      ...['seen', 'seen', 'seen', 'new'],
    ]);
  });

  it('does not count what is held only since reading began', () => {
    const buffer = holding([a1]);
    const seen = new SeenLines(buffer, undefined);
    expect(seen.next(a1)).toBe('seen');
    expect(seen.next(b1)).toBe('new');
    buffer.push(b1, 1);
    expect(seen.next(b1again)).toBe('new');
  });
});
