import fc from 'fast-check';
import { ByteNeedle } from './ByteNeedle';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Where `text` stands in `whole`, one behind the other, found the slow way. */
function placesOf(whole: string, text: string, matchCase: boolean): number[] {
  const as = (some: string) => (matchCase ? some : some.toLowerCase());
  const places = [];
  for (
    let at = as(whole).indexOf(as(text));
    at !== -1;
    at = as(whole).indexOf(as(text), at + text.length)
  )
    places.push(at);
  return places;
}

const letters = (lengths: { minLength?: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '-'), ...lengths });

describe('ByteNeedle', () => {
  it('finds a text wherever it stands, in one line after the other', () => {
    fc.assert(
      fc.property(
        fc.array(letters({ maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        letters({ minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.nat(8),
        (lines, text, matchCase, half) => {
          const whole = lines.map(line => `${line}\n`).join('');
          const bytes = bytesOf(whole);
          const middle = lines
            .slice(0, half)
            .reduce((length, line) => length + line.length + 1, 0);
          const needle = new ByteNeedle(bytesOf(text), matchCase);
          const expected = placesOf(whole, text, matchCase);
          const found: number[] = [];
          needle.all(bytes, 0, middle, bytes.length, found);
          expect(found).toEqual(expected);
          expect(needle.next(bytes, 0, bytes.length)).toBe(expected[0] ?? -1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('looks at nothing outside of what it is given', () => {
    const bytes = bytesOf('one\none\none\none\n');
    const needle = new ByteNeedle(bytesOf('one'), true);
    const found: number[] = [];
    needle.all(bytes, 4, 8, 11, found);
    expect(found).toEqual([4, 8]);
    expect(needle.next(bytes, 5, 10)).toBe(-1);
  });
});
