import { ageWords } from './ageWords';

describe('ageWords', () => {
  it.each([
    [-5_000, '0 sec'],
    [0, '0 sec'],
    [41_999, '41 sec'],
    [59_999, '59 sec'],
    [60_000, '1 min'],
    [3_599_000, '59 min'],
    [7_200_000, '2 hr'],
    [86_400_000, '1 day'],
    [86_400_000 * 400, '400 days'],
  ])('%d ms are %s', (ms, words) => expect(ageWords(ms, 'en')).toBe(words));
});
