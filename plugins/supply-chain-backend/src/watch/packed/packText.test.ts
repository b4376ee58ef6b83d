import fc from 'fast-check';
import { Dictionary } from './Dictionary';
import { packText } from './packText';
import { unpackText } from './unpackText';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"conditions":[{"type":"Ready"}]', 'aaaaaaaa', 'sha256:'),
  fc.stringMatching(/^[0-9a-f]{7,80}$/),
  fc.uuid(),
);
/** Pieces that come again and again, as fields of objects do. */
const text = fc
  .tuple(
    fc.array(piece, { minLength: 1 }),
    fc.array(fc.nat(), { maxLength: 200 }),
  )
  .map(([pieces, order]) =>
    order.map(n => pieces[n % pieces.length] ?? '').join(''),
  );

function expectRoundTrip(plain: string, dictionary: Dictionary): number {
  const packed = Buffer.from(packText(plain, dictionary));
  expect(unpackText(packed, dictionary)).toBe(
    // What UTF-8 has no bytes for; JSON.stringify never writes it.
    Buffer.from(plain).toString(),
  );
  return packed.length;
}

describe('packText', () => {
  it('gives back every text, with any dictionary', () => {
    fc.assert(
      fc.property(text, text, (plain, known) => {
        expectRoundTrip(plain, new Dictionary(Buffer.from(known)));
        expectRoundTrip(plain, Dictionary.empty);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['one letter', 'x'],
    ['a text without repetition', 'abcdefghijklmnopqrstuvwxyz'],
    ['one letter for ever', 'x'.repeat(300_000)],
    ['signs of three and four bytes', '€😀'.repeat(50_000)],
    ['a far repetition', `${'far away'}${'\n'.repeat(70_000)}${'far away'}`],
    ['an odd number of digits', '0123456789abcdef0'],
  ])('gives back %s', (_, plain) => {
    expectRoundTrip(plain, Dictionary.empty);
  });

  it('goes on after a text that is longer than its history', () => {
    const long = 'some words and 0123456789abcdef, '.repeat(10_000);
    expectRoundTrip(long, Dictionary.empty);
    expectRoundTrip('short', Dictionary.empty);
    expectRoundTrip(long, Dictionary.empty);
  });

  it('needs few bytes for what the dictionary knows, and half of them for digests', () => {
    const object = (digest: string) =>
      JSON.stringify({ metadata: { labels: { 'a/label': 'x' } }, digest });
    const dictionary = new Dictionary(Buffer.from(object('')));
    const digest =
      '6d2676264e86790bb4a0c67fb0c7171c2fd4bf89cd0ad899a0c9276c8695dfff';
    expect(expectRoundTrip(object(digest), dictionary)).toBeLessThan(32 + 10);
  });
});
