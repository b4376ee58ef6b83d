import fc from 'fast-check';
import { formatSearchHow, parseSearchHow } from './searchHow';

describe('searchHow', () => {
  it.each([
    [undefined, false, false, false],
    ['', false, false, false],
    ['c', true, false, false],
    ['xm', false, true, true],
    ['q', false, false, false],
  ])('reads %j', (text, matchCase, isExpression, onlyMatches) => {
    expect(parseSearchHow(text)).toEqual({
      matchCase,
      isExpression,
      onlyMatches,
    });
  });

  it('reads what it wrote', () => {
    const how = fc.record({
      matchCase: fc.boolean(),
      isExpression: fc.boolean(),
      onlyMatches: fc.boolean(),
    });
    fc.assert(
      fc.property(how, each =>
        expect(parseSearchHow(formatSearchHow(each))).toEqual(each),
      ),
    );
  });
});
