import { oneLine } from './oneLine';

describe('oneLine', () => {
  it.each([
    ['main@sha1:433a68c', 'main@sha1:433a68c'],
    [undefined, undefined],
    ['', undefined],
    ['apiVersion: v1\nkind: ConfigMap', undefined],
    ['a\r\nb', undefined],
  ])('%j can be said as %j', (value, said) => {
    expect(oneLine(value)).toBe(said);
  });

  it('cuts with a sign', () => {
    expect(oneLine('x'.repeat(1000))).toMatch(/^x{299}…$/);
  });
});
