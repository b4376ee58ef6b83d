import fc from 'fast-check';
import { formatLogCursor, parseLogCursor } from './LogCursor';

const step = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const at = fc
  .record({
    ms: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    nanos: fc.integer({ min: 0, max: 999_999_999 }),
  })
  .map(
    ({ ms, nanos }) =>
      `${new Date(ms).toISOString().slice(0, 19)}.${String(nanos).padStart(
        9,
        '0',
      )}Z`,
  );

describe('a log cursor', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(step, at, fc.nat(999_999_999), (name, time, count) => {
        const cursor = { step: name, at: time, count };
        expect(parseLogCursor(formatLogCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it.each([
    '',
    'build',
    'build~~1',
    'build~2026-11-22T21:28:40Z~',
    '../x~2026-11-22T21:28:40Z~1',
    'build~now~1',
  ])('is not %j', text => expect(parseLogCursor(text)).toBeUndefined());

  it('never throws on text from outside', () => {
    fc.assert(fc.property(fc.string(), text => void parseLogCursor(text)));
  });
});
