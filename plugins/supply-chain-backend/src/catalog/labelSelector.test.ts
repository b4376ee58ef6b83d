import fc from 'fast-check';
import { labelSelector } from './labelSelector';

const labels = { app: 'shop', tier: 'web', empty: '' };

describe('a label selector', () => {
  it.each([
    ['app=shop', true],
    ['app==shop', true],
    ['app = shop , tier=web', true],
    ['app=other', false],
    ['app!=other', true],
    ['missing!=anything', true],
    ['app', true],
    ['missing', false],
    ['!missing', true],
    ['!app', false],
    ['app in (shop, bakery)', true],
    ['app in (bakery)', false],
    ['missing in (a)', false],
    ['app notin (bakery,forge),tier=web', true],
    ['missing notin (a)', true],
    ['empty=', true],
    ['constructor', false],
  ])('%s selects: %s', (text, selects) => {
    expect(labelSelector(text)?.selects(labels)).toBe(selects);
  });

  it.each([
    '',
    'app=shop,',
    ',',
    'app in shop',
    'app=a=b',
    'a b',
    '(',
    'in (a)',
  ])('that is none selects nothing: %j', text =>
    expect(labelSelector(text)).toBeUndefined(),
  );

  it('never throws, whatever an annotation holds', () => {
    fc.assert(
      fc.property(fc.string(), text => void labelSelector(text)?.selects({})),
    );
  });
});
