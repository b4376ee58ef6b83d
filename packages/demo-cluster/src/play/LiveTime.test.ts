import fc from 'fast-check';
import { LiveTime } from './LiveTime.ts';

const ms = (value: number) => BigInt(value) * 1_000_000n;

describe('LiveTime', () => {
  it('keeps the distance from the anchor before, divided by the speed', () => {
    const time = new LiveTime();
    time.anchor(1_000, 50_000, 2);
    time.anchor(3_000, 51_000, 2);
    expect(time.shift(ms(2_000))).toBe(ms(50_500));
    expect(time.shift(ms(3_500))).toBe(ms(51_250));
    expect(time.shift(ms(800))).toBe(ms(49_900));
  });

  it('never reorders, and never leaves the future of its anchors behind', () => {
    const steps = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.constantFrom(0.3, 1, 20, 500),
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.integer({ min: -1_000, max: 100_000 })),
        (anchors, instants) => {
          const time = new LiveTime();
          let recorded = 0;
          let live = 1_000_000;
          for (const [more, later, speed] of anchors) {
            recorded += more;
            live += later;
            time.anchor(recorded, live, speed);
          }
          const moved = [...instants]
            .sort((a, b) => a - b)
            .map(instant => time.shift(ms(instant)));
          for (let i = 1; i < moved.length; i++)
            expect((moved[i] ?? 0n) >= (moved[i - 1] ?? 0n)).toBe(true);
        },
      ),
    );
  });
});
