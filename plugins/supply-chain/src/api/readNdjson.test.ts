import fc from 'fast-check';
import { readNdjson } from './readNdjson';

function bodyOf(chunks: readonly Uint8Array[], onCancel = () => {}) {
  const left = [...chunks];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
    cancel: onCancel,
  });
}

async function all(body: ReadableStream<Uint8Array>) {
  const values: unknown[] = [];
  for await (const value of readNdjson(body)) values.push(value);
  return values;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readNdjson', () => {
  it('gives the same values wherever the chunks are cut, in the middle of a letter too', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ says: fc.string({ unit: 'grapheme' }) })),
        fc.array(fc.nat(400)),
        fc.boolean(),
        async (values, cuts, ended) => {
          const whole = bytes(
            values.map(value => JSON.stringify(value)).join('\n') +
              (ended ? '\n' : ''),
          );
          const at = [...new Set([0, ...cuts, whole.length])]
            .filter(cut => cut <= whole.length)
            .sort((a, b) => a - b);
          const chunks = at.map((from, n) => whole.slice(from, at[n + 1]));
          expect(await all(bodyOf(chunks))).toEqual(values);
        },
      ),
      { numRuns: 100 },
    ));

  it('leaves out empty lines', async () =>
    expect(await all(bodyOf([bytes('\n{"a":1}\r\n\n2\n')]))).toEqual([
      { a: 1 },
      2,
    ]));

  it('ends with an error at a line that is not JSON', async () =>
    await expect(all(bodyOf([bytes('{"a":1}\n<html>\n')]))).rejects.toThrow(
      SyntaxError,
    ));

  it('closes the body when the reader leaves early', async () => {
    const cancelled = jest.fn();
    for await (const value of readNdjson(
      bodyOf([bytes('1\n'), bytes('2\n'), bytes('3\n')], cancelled),
    )) {
      if (value === 1) break;
    }
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
