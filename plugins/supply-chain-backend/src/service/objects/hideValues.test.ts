import { hideValues } from './hideValues';

const file = Buffer.from('kind: ConfigMap\n'.repeat(30)).toString('base64');

describe('hideValues', () => {
  it.each([
    ['a packed file', file, '(hidden)'],
    ['one in lines', `${file.replace(/(.{76})/g, '$1\n')}\n`, '(hidden)'],
    ['one with its padding, and a line after it', `${file}==\n`, '(hidden)'],
    ['a short value', 'bWFpbg==', 'bWFpbg=='],
    ['a sentence', 'not packed. '.repeat(30), 'not packed. '.repeat(30)],
  ])('of a parameter that is %s', (_, value, shown) => {
    expect(hideValues({ params: [{ name: 'a', value }] })).toEqual({
      params: [{ name: 'a', value: shown }],
    });
  });

  it('hides what variables are set to, and not where it comes from', () => {
    const valueFrom = { secretKeyRef: { name: 's', key: 'k' } };
    expect(
      hideValues({
        env: [{ name: 'A', value: 'x' }, { name: 'B', valueFrom }, 'C=x'],
      }),
    ).toEqual({
      env: [
        { name: 'A', value: '(hidden)' },
        { name: 'B', valueFrom },
        '(hidden)',
      ],
    });
  });

  it('reads a value once, whatever stands in it', () => {
    const blanks = `${'a'.repeat(200)}${' '.repeat(1_000_000)}!`;
    expect(hideValues(blanks)).toBe(blanks);
  });
});
