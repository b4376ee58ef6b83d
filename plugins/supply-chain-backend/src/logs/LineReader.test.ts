import fc from 'fast-check';
import { LONGEST_LOG_LINE } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { LineReader } from './LineReader';
import { timeOf, type RawLine } from './RawLine';

const bytes = (text: string) => new TextEncoder().encode(text);
const A = '2026-11-22T21:28:40.123456789Z';
const B = '2026-11-22T21:28:40.123456790Z';

function readAll(chunks: readonly Uint8Array[]) {
  const reader = new LineReader();
  const lines = [...chunks.flatMap(chunk => reader.read(chunk))];
  return [...lines, ...reader.finish()].map(told);
}

function told(line: RawLine) {
  const { bytes: all, timeLength, cut, unterminated } = line;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    all.subarray(timeLength && timeLength + 1),
  );
  return { at: timeOf(line), text, cut, unterminated };
}

describe('the lines of a log with timestamps', () => {
  const uncut = { cut: 0, unterminated: false };

  it('have a time and a text', () => {
    const text = `${A} one\n${A} \n${B} three: 4\r\n`;
    expect(readAll([bytes(text)])).toEqual([
      { at: A, text: 'one', ...uncut },
      { at: A, text: '', ...uncut },
      { at: B, text: 'three: 4\r', ...uncut },
    ]);
  });

  it('may end without a newline', () => {
    expect(readAll([bytes(`${A} the end`)])).toEqual([
      { at: A, text: 'the end', cut: 0, unterminated: true },
    ]);
  });

  it('may have no time', () => {
    expect(readAll([bytes(`${A} one\nand more\n`)])).toEqual([
      { at: A, text: 'one', ...uncut },
      { at: '', text: 'and more', ...uncut },
    ]);
  });

  it('say U+FFFD for what is not UTF-8', () => {
    const broken = Uint8Array.of(...bytes(`${A} `), 0xff, 0x41, 0x0a);
    expect(readAll([broken])[0]?.text).toBe('\uFFFDA');
  });

  it.each([
    ['at their end', 'x', LONGEST_LOG_LINE],
    ['before a character that would be halved', '€', LONGEST_LOG_LINE - 1],
  ])('are cut when they would fill the memory, %s', (_, character, kept) => {
    const size = Buffer.byteLength(character);
    const characters = Math.ceil(LONGEST_LOG_LINE / size) + 10;
    const text = character.repeat(characters);
    const [line, next] = readAll([
      bytes(`${A} ${text.slice(0, 100)}`),
      bytes(`${text.slice(100)}\n${B} next\n`),
    ]);
    expect(line).toEqual({
      ...{ at: A, unterminated: false },
      text: character.repeat(kept / size),
      cut: characters * size - kept,
    });
    expect(next).toMatchObject({ text: 'next', cut: 0 });
  });

  it('are the same wherever the network cuts them', () => {
    const lines = fc.array(
      fc.tuple(fc.constantFrom(A, B), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(lines, fc.array(fc.nat(200)), (content, cuts) => {
        const text = content
          .map(([at, line]) => `${at} ${line.replaceAll('\n', '')}\n`)
          .join('');
        const whole = bytes(text);
        const places = [0, ...cuts.map(cut => cut % (whole.length + 1))];
        places.sort((a, b) => a - b);
        const chunks = places.map((from, i) =>
          whole.slice(from, places[i + 1]),
        );
        expect(readAll(chunks)).toEqual(readAll([whole]));
      }),
    );
  });
});
