import fc from 'fast-check';
import { LineReader, LONGEST_LINE } from './LineReader';

const bytes = (text: string) => new TextEncoder().encode(text);
const A = '2026-11-22T21:28:40.123456789Z';
const B = '2026-11-22T21:28:40.123456790Z';

function readAll(chunks: readonly Uint8Array[]) {
  const reader = new LineReader();
  return [...chunks.flatMap(chunk => reader.read(chunk)), ...reader.finish()];
}

describe('the lines of a log with timestamps', () => {
  it('have a time, a text, and a number among those of their time', () => {
    const text = `${A} one\n${A} \n${B} three: 4\r\n`;
    expect(readAll([bytes(text)])).toEqual([
      { at: A, text: 'one', count: 1, unterminated: false },
      { at: A, text: '', count: 2, unterminated: false },
      { at: B, text: 'three: 4\r', count: 1, unterminated: false },
    ]);
  });

  it('may end without a newline', () => {
    expect(readAll([bytes(`${A} the end`)])).toEqual([
      { at: A, text: 'the end', count: 1, unterminated: true },
    ]);
  });

  it('keep the time before them when they have none: the kubelet writes its own errors like this', () => {
    expect(readAll([bytes(`${A} one\nfailed to watch file: gone\n`)])).toEqual([
      { at: A, text: 'one', count: 1, unterminated: false },
      {
        at: A,
        text: 'failed to watch file: gone',
        count: 0,
        unterminated: false,
      },
    ]);
  });

  it('say U+FFFD for what is not UTF-8', () => {
    const broken = Uint8Array.of(...bytes(`${A} `), 0xff, 0x41, 0x0a);
    expect(readAll([broken])[0]?.text).toBe('\uFFFDA');
  });

  it('are cut when they would fill the memory', () => {
    const long = bytes(`${A} ${'x'.repeat(LONGEST_LINE)}`);
    const reader = new LineReader();
    expect(reader.read(long)).toHaveLength(1);
    expect(reader.read(bytes('y\n'))).toMatchObject([{ text: 'y', count: 0 }]);
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
