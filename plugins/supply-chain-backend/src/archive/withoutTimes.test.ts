import fc from 'fast-check';
import { withoutTimes } from './withoutTimes';

async function* pieces(bytes: Buffer, cuts: readonly number[]) {
  const at = [...new Set(cuts.map(cut => cut % (bytes.length + 1)))].sort(
    (a, b) => a - b,
  );
  let from = 0;
  for (const to of [...at, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function joined(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const time = fc
  .tuple(
    fc.constantFrom('', '.1', '.123456789'),
    fc.constantFrom('Z', '+02:00'),
  )
  .map(([fraction, zone]) => `2026-11-22T21:28:40${fraction}${zone}`);
/** Bytes of a container's line: anything but a newline, times at its beginning included. */
const text = fc.oneof(
  fc
    .uint8Array({ maxLength: 80 })
    .map(bytes => Buffer.from(bytes.filter(byte => byte !== 10))),
  fc.constantFrom(
    Buffer.from(''),
    Buffer.from('2026-11-22T21:28:40Z not the time of this line'),
    Buffer.from(' \r'),
  ),
);

describe('a log without its times', () => {
  it('is what the container wrote, byte for byte, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(time, text), { maxLength: 12 }),
        fc.boolean(),
        fc.array(fc.nat()),
        async (lines, endsOpen, cuts) => {
          const join = (parts: readonly Buffer[]) => {
            const whole = Buffer.concat(
              parts.flatMap(part => [part, Buffer.from('\n')]),
            );
            return endsOpen ? whole.subarray(0, -1) : whole;
          };
          const timed = join(
            lines.map(([at, line]) =>
              Buffer.concat([Buffer.from(`${at} `), line]),
            ),
          );
          const plain = join(lines.map(([, line]) => line));
          const ours = await joined(withoutTimes(pieces(timed, cuts)));
          expect(ours.equals(plain)).toBe(true);
        },
      ),
    );
  });

  it('keeps a line that has no time as it is', async () => {
    const bytes = Buffer.from('no time here\n2026-11-22T21:28:40Z one\nend');
    expect(String(await joined(withoutTimes(pieces(bytes, []))))).toBe(
      'no time here\none\nend',
    );
  });
});
