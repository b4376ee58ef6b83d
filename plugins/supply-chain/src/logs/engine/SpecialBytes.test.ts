import fc from 'fast-check';
import { SpecialBytes } from './SpecialBytes';

const isSpecial = (byte: number) =>
  (byte < 0x20 && byte !== 0x09) || byte >= 0x7f;

describe('SpecialBytes', () => {
  it('finds every special byte and no other, wherever the bytes begin in their buffer', () => {
    const byte = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
      fc.nat(255),
      fc.constantFrom(0x09, 0x1f, 0x20, 0x7e, 0x7f, 0x80, 0xff),
    );
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 40 }),
        fc.nat(7),
        (bytes, offset) => {
          const buffer = new Uint8Array([...Array(offset).keys(), ...bytes]);
          const special = new SpecialBytes(buffer.subarray(offset));
          const found = [];
          for (
            let at = special.next(0);
            at < bytes.length;
            at = special.next(at + 1)
          )
            found.push(at);
          expect(found).toEqual(
            bytes.flatMap((each, at) => (isSpecial(each) ? [at] : [])),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
