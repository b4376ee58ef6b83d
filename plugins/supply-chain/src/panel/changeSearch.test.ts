import { changeSearch } from './changeSearch';

describe('changeSearch', () => {
  it.each([
    ['', { tab: 'logs' }, '?tab=logs'],
    ['?stage=a&tab=logs&line=3', { line: undefined }, '?stage=a&tab=logs'],
    ['?tab=logs', { tab: undefined }, ''],
    ['?other=1&q=x', { q: 'a b&c' }, '?other=1&q=a+b%26c'],
  ])('%s with %j', (search, change, changed) =>
    expect(changeSearch(search, change)).toBe(changed),
  );
});
