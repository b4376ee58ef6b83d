import fc from 'fast-check';
import { LINE_CAP } from './lineCap';
import { LogBuffer } from './LogBuffer';
import { plainText } from './plainText';
import { renderLine } from './renderLine';
import { StyleCheckpoints } from './StyleCheckpoints';

const bytes = (text: string) => new TextEncoder().encode(text);

function rowsOf(buffer: LogBuffer) {
  const styles = new StyleCheckpoints(buffer);
  return Array.from({ length: buffer.lineCount }, (_, line) =>
    renderLine(buffer.line(line), styles.at(line)),
  );
}

describe('LogBuffer', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb', ['a', '', 'b']],
    ['\n', ['']],
    ['a\r\nb\r\n', ['a', 'b']],
  ])('cuts %j into lines', (text, lines) => {
    const buffer = new LogBuffer();
    buffer.append(bytes(text));
    expect(
      Array.from({ length: buffer.lineCount }, (_, line) =>
        plainText(buffer.line(line)),
      ),
    ).toEqual(lines);
  });

  it('gives the same rows however the bytes are cut, in the middle of a character or an escape too', () => {
    const whole = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }).map(bytes),
          fc.uint8Array({ maxLength: 8 }),
          fc
            .constantFrom('\u001b[31m', '\u001b[0m', '\n', '\r', 'ü€😀')
            .map(bytes),
        ),
      )
      .map(parts => new Uint8Array(parts.flatMap(part => [...part])));
    fc.assert(
      fc.property(whole, fc.array(fc.nat(20)), (log, cuts) => {
        const once = new LogBuffer();
        once.append(log);
        const pieces = new LogBuffer();
        let at = 0;
        for (const size of cuts) {
          pieces.append(log.subarray(at, at + size));
          at += size;
        }
        pieces.append(log.subarray(Math.min(at, log.length)));
        expect(rowsOf(pieces)).toEqual(rowsOf(once));
      }),
    );
  });

  it('reads lines that lie across its inner chunks', () => {
    const lines = Array.from({ length: 3000 }, (_, n) => `${n} `.repeat(20));
    const buffer = new LogBuffer();
    buffer.append(bytes(lines.join('\n')));
    expect(buffer.byteLength).toBeGreaterThan(3 * 65536);
    expect(
      lines.every((text, line) => plainText(buffer.line(line)) === text),
    ).toBe(true);
  });

  it('keeps the times that lines come with', () => {
    const buffer = new LogBuffer();
    buffer.appendLines('no time');
    buffer.appendLines('a\nb', [
      '2026-11-22T21:21:28.051322999Z',
      '2026-11-22T21:21:29Z',
    ]);
    expect([0, 1, 2].map(line => buffer.timeOf(line))).toEqual([
      undefined,
      Date.UTC(2026, 10, 22, 21, 21, 28, 51),
      Date.UTC(2026, 10, 22, 21, 21, 29),
    ]);
  });

  it('shows the start of a line that no browser could lay out, and says how much it leaves out', () => {
    const buffer = new LogBuffer();
    buffer.append(bytes(`${'x'.repeat(LINE_CAP + 10)}\nshort\n`));
    expect(buffer.line(0)).toHaveLength(LINE_CAP);
    expect(buffer.hiddenBytes(0)).toBe(10);
    expect(plainText(buffer.line(1))).toBe('short');
    expect(buffer.hiddenBytes(1)).toBe(0);
  });
});
