import fc from 'fast-check';
import { packArchive } from './packArchive.ts';
import { unpackArchive } from './unpackArchive.ts';

const path = fc
  .stringMatching(/^[a-z0-9 ./-]{1,40}$/)
  .filter(p => p.trim() !== '');
const content = fc.uint8Array({ maxLength: 200 }).map(b => Buffer.from(b));

describe('unpackArchive', () => {
  it('gives back whatever was packed, byte for byte and in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(path, content), { selector: ([p]) => p }),
        files => {
          const unpacked = unpackArchive(packArchive(new Map(files)));
          expect([...unpacked]).toEqual(files);
        },
      ),
    );
  });

  it.each([
    ['no header', 'hello\n'],
    ['no line end', '5 a'],
    ['cut content', '50 a\nhello'],
  ])('says what is wrong with %s', (_, text) => {
    expect(() => unpackArchive(Buffer.from(text))).toThrow(/archive/i);
  });
});
