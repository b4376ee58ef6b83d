import fc from 'fast-check';
import { isInstant } from './isInstant.ts';
import { moveInstant } from './moveInstant.ts';
import { moveInstants } from './moveInstants.ts';
import { timeShift } from './timeShift.ts';

const START = Date.UTC(2026, 10, 22, 21, 20);
const shift = timeShift(START, START + 86_400_000 + 3_600_000);

const instant = fc
  .tuple(
    fc.integer({ min: 0, max: 4_000_000_000 }),
    fc.constantFrom(0, 3, 6, 9),
    fc.integer({ min: 1, max: 999_999_999 }),
  )
  .map(([seconds, digits, fraction]) => {
    const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
    const part = String(fraction).padStart(9, '0').slice(0, digits);
    return part ? `${whole}.${part}Z` : `${whole}Z`;
  });

const nanos = (text: string): bigint => {
  const [seconds = '', fraction = ''] = text.slice(0, -1).split('.');
  return (
    BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n +
    BigInt(fraction.padEnd(9, '0'))
  );
};

describe('moveInstant', () => {
  it.each([
    ['metav1.Time', '2026-11-22T21:20:35Z', '2026-11-23T22:20:35Z'],
    ['MicroTime', '2026-11-22T21:20:35.120000Z', '2026-11-23T22:20:35.120000Z'],
    ['a log', '2026-11-22T21:20:35.02404018Z', '2026-11-23T22:20:35.02404018Z'],
    ['a tag', 'b6.20261122.212832', 'b6.20261122.212832'],
    ['prose', 'at 2026-11-22T21:20:35Z', 'at 2026-11-22T21:20:35Z'],
  ])('keeps the form of %s', (_, text, moved) => {
    expect(moveInstant(text, shift)).toBe(moved);
  });

  it('moves every instant by the same and keeps its digits', () => {
    fc.assert(
      fc.property(instant, text => {
        const moved = moveInstant(text, shift);
        expect(isInstant(moved)).toBe(true);
        expect(nanos(moved) - nanos(text)).toBe(
          BigInt(86_400 + 3_600) * 1_000_000_000n,
        );
      }),
    );
  });

  it('never reorders', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const order = nanos(a) < nanos(b);
        const moved = [moveInstant(a, shift), moveInstant(b, shift)] as const;
        expect(nanos(moved[0]) < nanos(moved[1])).toBe(order);
      }),
    );
  });
});

describe('moveInstants', () => {
  it('leaves no instant behind and everything else as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), instant, (value, text) => {
        const json = { value, when: text, list: [{ text }] };
        expect(moveInstants(json, shift)).toEqual({
          value,
          when: moveInstant(text, shift),
          list: [{ text: moveInstant(text, shift) }],
        });
      }),
    );
  });

  it('finds those inside the JSON of a termination message', () => {
    const message =
      '[{"key":"StartedAt","value":"2026-11-22T21:20:35.000Z","type":3}]';
    expect(moveInstants({ message }, shift)).toEqual({
      message:
        '[{"key":"StartedAt","value":"2026-11-23T22:20:35.000Z","type":3}]',
    });
  });
});
