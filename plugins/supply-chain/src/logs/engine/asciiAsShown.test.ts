import fc from 'fast-check';
import { asciiAsShown } from './asciiAsShown';
import { plainText } from './plainText';

const E = '\u001b';
const bytes = (text: string) => new TextEncoder().encode(text);
const shown = (text: string) => {
  const line = asciiAsShown(bytes(text));
  return line && new TextDecoder().decode(line);
};

describe('asciiAsShown', () => {
  it.each([
    ['a progress bar', '10%\r 20%\r100%', '100%'],
    ['an erased line', `Downloading${E}[2K\rDone`, 'Done'],
    [
      'what grep and gcc print',
      `${E}[01;31m${E}[Kerror${E}[m${E}[K: x`,
      'error: x',
    ],
    ['a title', `${E}]0;title\u0007text`, 'text'],
  ])('shows %s', (_, line, text) => expect(shown(line)).toBe(text));

  it.each([
    ['other characters', 'é'],
    ['controls that are shown as pictures', 'a\u0000'],
    ['tabs before any movement', 'a\tb\rc'],
    ['a start that is erased', `abc${E}[1K`],
  ])('leaves %s to the terminal', (_, line) =>
    expect(shown(line)).toBeUndefined(),
  );

  it('shows what the terminal shows, wherever it shows anything', () => {
    const parts = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 5 }),
      fc.constantFrom(
        '\r',
        '\b',
        '\t',
        '\u0007',
        `${E}[K`,
        `${E}[2K`,
        `${E}[3C`,
        `${E}[2D`,
        `${E}[5G`,
        `${E}[1;31m`,
        `${E}[`,
        E,
        `${E}(B`,
      ),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 15 }), line => {
        const text = line.join('');
        expect([undefined, plainText(bytes(text))]).toContain(shown(text));
      }),
      { numRuns: 2000 },
    );
  });
});
