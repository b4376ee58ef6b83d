import fc from 'fast-check';
import { Slabs } from './Slabs';

/** Short records, and such that need a slab of their own. */
const bytes = fc.oneof(
  { weight: 9, arbitrary: fc.nat(3000) },
  { weight: 1, arbitrary: fc.nat(300_000) },
);

describe('Slabs', () => {
  it('holds what it was given, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40), fc.option(bytes), fc.nat(255)), {
          maxLength: 300,
        }),
        steps => {
          const slabs = new Slabs();
          const model = new Map<number, Buffer>();
          for (const [id, length, fill] of steps) {
            if (model.delete(id)) slabs.delete(id);
            if (length === null) continue;
            const record = Buffer.alloc(length, fill);
            model.set(id, record);
            slabs.put(id, record.subarray(0, 5), record.subarray(5));
          }
          for (let id = 0; id <= 40; id += 1) {
            const record = model.get(id);
            expect(slabs.has(id)).toBe(record !== undefined);
            expect(slabs.read(id).equals(record ?? Buffer.alloc(0))).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not grow when records are exchanged for others for ever', () => {
    const slabs = new Slabs();
    let live = 0;
    let most = 0;
    for (let n = 0; n < 50_000; n += 1) {
      const id = n % 1000;
      if (slabs.has(id)) live -= slabs.read(id).length;
      slabs.delete(id);
      // Of changing length, so that no record fits into the hole of another.
      const length = 200 + ((n * 7919) % 1500);
      slabs.put(id, Buffer.alloc(length));
      live += length;
      most = Math.max(most, slabs.bytes);
    }
    expect(most).toBeLessThan(live * 1.9);
  });

  it('gives back all of it', () => {
    const slabs = new Slabs();
    for (let id = 0; id < 1000; id += 1) slabs.put(id, Buffer.alloc(2000));
    for (let id = 0; id < 1000; id += 1) slabs.delete(id);
    expect(slabs.bytes).toBeLessThan(300_000);
  });
});
