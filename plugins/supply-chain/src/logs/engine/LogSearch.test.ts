import fc from 'fast-check';
import { LogBuffer } from './LogBuffer';
import { LogSearch } from './LogSearch';

const never = () => false;
const always = () => true;

function bufferOf(...lines: string[]) {
  const buffer = new LogBuffer();
  for (const line of lines) buffer.appendLines(line);
  return buffer;
}

function linesFound(search: LogSearch) {
  return Array.from({ length: search.count }, (_, n) => search.lineOf(n));
}

describe('LogSearch', () => {
  it('finds upper and lower case, several in a line, and through colours', () => {
    const search = new LogSearch(
      bufferOf(
        'an Error, an ERROR',
        'fine',
        'npm \u001b[31merr\u001b[1mor\u001b[0m',
      ),
      'error',
    );
    search.advance(never);
    expect(linesFound(search)).toEqual([0, 0, 2]);
    expect([0, 1, 2].map(n => search.ordinalInLine(n))).toEqual([0, 1, 0]);
  });

  it('takes the query as it stands', () => {
    const search = new LogSearch(bufferOf('a.c(', 'abc('), 'A.C(');
    search.advance(never);
    expect(linesFound(search)).toEqual([0]);
  });

  it('finds nothing in what was written over', () => {
    const search = new LogSearch(bufferOf('10%\r99%'), '10%');
    search.advance(never);
    expect(search.count).toBe(0);
  });

  it('stops when its time is over and goes on from there', () => {
    const search = new LogSearch(
      bufferOf(...Array.from({ length: 1000 }, () => 'hit')),
      'hit',
    );
    search.advance(always);
    expect(search.count).toBeLessThan(1000);
    expect(search.isComplete()).toBe(false);
    while (!search.isComplete()) search.advance(always);
    expect(search.count).toBe(1000);
  });

  it('finds lines that come later, and a last line without newline once the log has ended', () => {
    const buffer = bufferOf('one');
    const search = new LogSearch(buffer, 'one');
    search.advance(never);
    buffer.appendLines('one more');
    buffer.append(new TextEncoder().encode('the last one'));
    search.advance(never);
    expect(linesFound(search)).toEqual([0, 1]);
    search.advance(never, true);
    expect(linesFound(search)).toEqual([0, 1, 2]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 0],
  ])('from line %i on the next match is number %i', (line, match) => {
    const search = new LogSearch(bufferOf('x', '', 'x', 'x'), 'x');
    search.advance(never);
    expect(search.firstFrom(line)).toBe(match);
  });

  it('agrees with a plain search, whatever the text and the query', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'A', 'b', '.', '(') })),
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '('), minLength: 1 }),
        (lines, query) => {
          const search = new LogSearch(bufferOf(...lines), query);
          search.advance(never);
          const found = lines.filter(line =>
            line.toLowerCase().includes(query),
          );
          expect(new Set(linesFound(search)).size).toBe(found.length);
        },
      ),
    );
  });
});
