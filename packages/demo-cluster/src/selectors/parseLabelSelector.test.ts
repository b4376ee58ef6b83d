import fc from 'fast-check';
import { StatusError } from '../http/StatusError.ts';
import { parseLabelSelector } from './parseLabelSelector.ts';

const key = fc.stringMatching(/^[a-z]([a-z0-9.-]{0,5}[a-z0-9])?$/);
const value = fc.stringMatching(
  /^([A-Za-z0-9]([A-Za-z0-9._-]{0,5}[A-Za-z0-9])?)?$/,
);

describe('parseLabelSelector', () => {
  it.each([
    ['', {}, true],
    ['a=', { a: '' }, true],
    ['a=', {}, false],
    ['a in ()', { a: '' }, true],
    ['a in (b,)', { a: '' }, true],
    ['a in (,b)', { a: '' }, true],
    ['a notin (b)', {}, true],
    ['in=x', { in: 'x' }, true],
    ['a = in', { a: 'in' }, true],
    [' a  ,  b ', { a: '1', b: '2' }, true],
    ['a>1', { a: 'many' }, false],
    ['a', { a: undefined }, false],
  ])('%s on %j is %s', (selector, labels, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it.each([
    'a=b,',
    ',',
    'a in (b',
    'a in (b c)',
    'a>x',
    '!',
    '!a=b',
    'a=b=c',
    'a b',
    '(',
    'a=(',
    'in (a)',
    `${'a'.repeat(64)}`,
    'a/b/c',
  ])('refuses %s', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(StatusError);
  });

  it('means what its terms mean, each and together', () => {
    fc.assert(
      fc.property(
        key,
        value,
        key,
        value,
        fc.dictionary(key, value),
        (k, v, other, w, labels) => {
          const has = Object.hasOwn(labels, k);
          expect(parseLabelSelector(`${k}=${v}`)(labels)).toBe(
            has && labels[k] === v,
          );
          expect(parseLabelSelector(`${k}!=${v}`)(labels)).toBe(
            !has || labels[k] !== v,
          );
          expect(parseLabelSelector(`!${k}`)(labels)).toBe(!has);
          expect(parseLabelSelector(`${k} in (${v},${w})`)(labels)).toBe(
            has && [v, w].includes(labels[k] ?? ''),
          );
          expect(parseLabelSelector(`${k} notin (${v})`)(labels)).toBe(
            !has || labels[k] !== v,
          );
          expect(parseLabelSelector(`${k},${other}=${w}`)(labels)).toBe(
            has && Object.hasOwn(labels, other) && labels[other] === w,
          );
        },
      ),
    );
  });

  it('never fails but with a 400', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          parseLabelSelector(text)({});
        } catch (error) {
          expect(error).toBeInstanceOf(StatusError);
        }
      }),
    );
  });
});
