import fc from 'fast-check';
import { LogBuffer } from './LogBuffer';
import { LogSearch } from './LogSearch';
import { plainText } from './plainText';
import { findInPiece } from './findInPiece';
import type { SearchQuery } from './SearchQuery';

const E = '\u001b';

function bufferOf(...lines: string[]) {
  const buffer = new LogBuffer();
  for (const line of lines) buffer.appendLines(line);
  return buffer;
}

/** Searches all there is, in pieces of so many bytes. */
function finish(search: LogSearch, ended = false, bytes = 64) {
  for (
    let piece = search.take(ended, bytes);
    piece;
    piece = search.take(ended, bytes)
  )
    search.accept(
      piece.first,
      piece.ends.length,
      findInPiece(piece, search.plan, () => 0),
    );
  return search;
}

const found = (buffer: LogBuffer, query: SearchQuery, start = 0) =>
  finish(new LogSearch(buffer, query, start));

const places = (search: LogSearch) =>
  Array.from({ length: search.count }, (_, n) => search.match(n));

const linesFound = (search: LogSearch) =>
  places(search).map(place => place?.line);

describe('LogSearch', () => {
  it('finds upper and lower case, several in a line, and through colours', () => {
    const search = found(
      bufferOf('an Error, an ERROR', 'fine', `npm ${E}[31merr${E}[1mor${E}[0m`),
      { text: 'error' },
    );
    expect(places(search)).toEqual([
      { line: 0, ordinal: 0 },
      { line: 0, ordinal: 1 },
      { line: 2, ordinal: 0 },
    ]);
  });

  it.each<[string, SearchQuery, string[], number[]]>([
    ['the text as it stands', { text: 'A.C(' }, ['a.c(', 'abc('], [0]],
    ['case', { text: 'Ab', matchCase: true }, ['ab', 'Ab', 'AB'], [1]],
    [
      'expressions',
      { text: '^a+b?$', isExpression: true },
      ['aab', 'ba', 'A\r'],
      [0, 2],
    ],
    [
      'expressions and case',
      { text: 'a|X', isExpression: true, matchCase: true },
      ['A', 'xX'],
      [1],
    ],
    [
      'expressions of the older grammar',
      { text: '\\-\\p', isExpression: true },
      ['-p', 'p'],
      [0],
    ],
    ['accents', { text: 'GRÖSSE' }, ['große größe', 'grösse'], [1]],
    [
      'another script',
      { text: 'Ошибка' },
      ['ошибка', 'ОШИБКА', 'error'],
      [0, 1],
    ],
    ['signs without case', { text: '→ 日本' }, ['a → 日本語', '→日本'], [0]],
    ['what a control is shown as', { text: 'u+202e' }, ['a\u202eb', 'b'], [0]],
    [
      'broken bytes as they are shown',
      { text: '\ufffd' },
      ['\ufffd', 'x'],
      [0],
    ],
    ['no escape itself', { text: '[31m' }, [`${E}[31mred`, '[31m'], [1]],
    ['nothing that was written over', { text: '10%' }, ['10%\r99%'], []],
    [
      'nothing of matches without text',
      { text: 'x*', isExpression: true },
      ['axxb', 'c'],
      [0],
    ],
    ['nothing for nothing', { text: '' }, ['a'], []],
    ['nothing for a control', { text: 'a\r' }, ['a\r'], []],
  ])('finds %s', (_, query, lines, expected) =>
    expect(linesFound(found(bufferOf(...lines), query))).toEqual(expected),
  );

  it('says what is wrong with an expression', () => {
    const { plan } = new LogSearch(bufferOf('a'), {
      text: '(',
      isExpression: true,
    });
    expect(plan).toEqual({
      kind: 'invalid',
      says: expect.stringContaining('('),
    });
    expect(
      new LogSearch(bufferOf('a'), {
        text: '(',
        isExpression: true,
      }).isComplete(),
    ).toBe(true);
  });

  it('begins where the reader is and goes on from the top', () => {
    const buffer = bufferOf('x', 'x', '-', 'x x', 'x');
    const search = new LogSearch(buffer, { text: 'x' }, 2);
    expect(search.take(false, 1)?.first).toBe(2);
    search.takeAgain();
    const piece = search.take(false, 100);
    expect(piece && [piece.first, piece.ends.length]).toEqual([2, 3]);
    if (piece)
      search.accept(
        2,
        3,
        findInPiece(piece, search.plan, () => 0),
      );
    expect(search.firstForReader()).toEqual({ line: 3, ordinal: 0 });
    expect(search.numberOf({ line: 3, ordinal: 1 })).toBe(1);
    finish(search);
    expect(search.isComplete()).toBe(true);
    expect(linesFound(search)).toEqual([0, 1, 3, 3, 4]);
    expect(search.numberOf({ line: 3, ordinal: 1 })).toBe(3);
    expect([0, 1, 2, 3].map(n => search.matchingLine(n))).toEqual([0, 1, 3, 4]);
    expect(search.hasMatch(2)).toBe(false);
    expect(search.hasMatch(2, 4)).toBe(true);
  });

  it('knows the first match further up only when nothing below matches', () => {
    const search = new LogSearch(bufferOf('x', '-', '-'), { text: 'x' }, 1);
    expect(search.firstForReader()).toBeUndefined();
    finish(search);
    expect(search.firstForReader()).toEqual({ line: 0, ordinal: 0 });
  });

  it('finds lines that come later, and a last line without newline once the log has ended', () => {
    const buffer = bufferOf('one');
    const search = found(buffer, { text: 'one' });
    buffer.appendLines('one more');
    buffer.append(new TextEncoder().encode('the last one'));
    expect(linesFound(finish(search))).toEqual([0, 1]);
    expect(linesFound(finish(search, true))).toEqual([0, 1, 2]);
    expect(search.isComplete(true)).toBe(true);
  });

  it('searches of a very long line what is shown of it', () => {
    const long = `${'x'.repeat(70_000)}hit`;
    const buffer = bufferOf('hit', long, `hit${long}`, 'hit');
    expect(linesFound(found(buffer, { text: 'hit' }))).toEqual([0, 2, 3]);
  });

  it('stops at the line on which an expression takes too long', () => {
    let now = 0;
    const search = new LogSearch(bufferOf('a', 'b', 'c'), {
      text: '.',
      isExpression: true,
    });
    const piece = search.take(false, 1000);
    if (!piece) throw new Error('nothing to search');
    const times = [0, 1, 100, 200, 201];
    search.accept(
      0,
      3,
      findInPiece(piece, search.plan, () => times[now++] ?? 0),
    );
    expect(search.tooSlowAt).toBe(1);
    expect(search.isComplete()).toBe(true);
    expect(search.take(false, 1000)).toBeUndefined();
  });

  it('does not take a busy machine for a slow expression', () => {
    let now = 0;
    const search = new LogSearch(bufferOf('a', 'b'), {
      text: '.',
      isExpression: true,
    });
    const piece = search.take(false, 1000);
    if (!piece) throw new Error('nothing to search');
    const times = [0, 100, 101, 102];
    search.accept(
      0,
      2,
      findInPiece(piece, search.plan, () => times[now++] ?? 0),
    );
    expect(search.tooSlowAt).toBeUndefined();
    expect(search.count).toBe(2);
  });

  const text = fc
    .array(
      fc.constantFrom(
        'a',
        'A',
        'b',
        'é',
        'É',
        '.',
        '(',
        ' ',
        '\t',
        '日',
        '…',
        '\u202e',
        '\r',
        `${E}[31m`,
        `${E}[0;1m`,
        `${E}[K`,
        `${E}]0;x\u0007`,
        '\u0000',
        '\ufffd',
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join(''));
  const query = fc.record({
    text: fc.string({
      unit: fc.constantFrom('a', 'B', 'é', '.', '(', ' ', '日', '…', 'x'),
      minLength: 1,
      maxLength: 4,
    }),
    matchCase: fc.boolean(),
  });

  it('agrees with a search through what is shown, whatever the lines, the query, the pieces and the start', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        query,
        fc.integer({ min: 1, max: 200 }),
        fc.nat(12),
        (lines, asked, bytes, start) => {
          const buffer = bufferOf(...lines);
          const search = new LogSearch(buffer, asked, start);
          finish(search, true, bytes);
          const escaped = asked.text.replace(/[.()]/g, '\\$&');
          const ascii = /^[ -~]*$/.test(asked.text);
          const pattern = new RegExp(
            escaped,
            `g${asked.matchCase ? '' : 'i'}${ascii ? '' : 'u'}`,
          );
          const expected = lines.flatMap((_, line) =>
            [...plainText(buffer.line(line)).matchAll(pattern)].map(() => line),
          );
          expect(linesFound(search)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
