import fc from 'fast-check';
import { splitLines } from './splitLines';

async function* chunked(chunks: Uint8Array[]) {
  yield* chunks;
}

async function lines(chunks: Uint8Array[], longest = 1000): Promise<string[]> {
  const all: string[] = [];
  for await (const line of splitLines(
    chunked(chunks),
    longest,
    () => new Error('too long'),
  )) {
    all.push(line.toString('utf8'));
  }
  return all;
}

describe('splitLines', () => {
  it('gives whole lines, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme' }).map(text => text.replace(/\n/g, '')),
        ),
        fc.array(fc.nat(500)),
        async (texts, cuts) => {
          const bytes = new TextEncoder().encode(
            texts.map(text => `${text}\n`).join(''),
          );
          const at = [
            0,
            ...cuts.map(cut => cut % (bytes.length + 1)),
            bytes.length,
          ].sort((a, b) => a - b);
          const chunks = at.slice(1).map((to, n) => bytes.subarray(at[n], to));
          expect(await lines(chunks, 100_000)).toEqual(texts);
        },
      ),
    );
  });

  it('drops a line that was cut off', async () => {
    expect(await lines([Buffer.from('{"a":1}\n{"b":')])).toEqual(['{"a":1}']);
  });

  it('reads one line of 5 MB', async () => {
    const line = 'x'.repeat(5_000_000);
    const bytes = Buffer.from(`${line}\n`);
    const chunks: Uint8Array[] = [];
    for (let from = 0; from < bytes.length; from += 16_384) {
      chunks.push(bytes.subarray(from, from + 16_384));
    }
    expect(await lines(chunks, 6_000_000)).toEqual([line]);
  });

  it('gives up a line that does not end', async () => {
    await expect(lines([Buffer.from('x'.repeat(1001))])).rejects.toThrow(
      'too long',
    );
  });
});
