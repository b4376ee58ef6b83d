import fc from 'fast-check';
import { changedPart } from './changedPart';

describe('changedPart', () => {
  it.each([
    ['0.20.19', '0.21.17', '0.', '20.19', '21.17', ''],
    ['a/1.2.3/z', 'a/1.2.4/z', 'a/1.2.', '3', '4', '/z'],
    ['same', 'same', 'same', '', '', ''],
    ['', 'new', '', '', 'new', ''],
    ['--debug --fast', '--fast', '--', 'debug --', '', 'fast'],
    ['👍 1', '👍 2', '👍 ', '1', '2', ''],
  ])('of %j and %j', (old, next, before, was, is, after) => {
    expect(changedPart(old, next)).toEqual({
      old: { before, changed: was, after },
      new: { before, changed: is, after },
    });
  });

  it('never loses a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '😀') });
    fc.assert(
      fc.property(text, text, (old, next) => {
        const parts = changedPart(old, next);
        const whole = ({ before, changed, after }: typeof parts.old) =>
          before + changed + after;
        expect([whole(parts.old), whole(parts.new)]).toEqual([old, next]);
      }),
    );
  });
});
