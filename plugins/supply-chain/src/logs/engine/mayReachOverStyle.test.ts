import { ByteNeedle } from './ByteNeedle';
import { mayReachOverStyle } from './mayReachOverStyle';
import { SpecialBytes } from './SpecialBytes';

const bytes = (text: string) => new TextEncoder().encode(text);
const RED = '\u001b[31m';
const PLAIN = '\u001b[0m';

describe('mayReachOverStyle', () => {
  it.each([
    ['a style within the text', `a ne${RED}edle`, true],
    ['two styles at one place', `a ne${PLAIN}${RED}edle`, true],
    ['another case', `a NE${RED}EDLE`, true],
    ['what only might be the text', `the e${RED}engine`, true],
    ['a style before the text', `a ${RED}needle`, false],
    ['a style behind the text', `needle${RED} is`, false],
    ['a style at the start of the line', `${RED}needle`, false],
    ['a style at the end of the line', `needle${RED}`, false],
    ['no style at all', 'needle', false],
    ['wide characters around', `日${RED}本 needle`, false],
  ])('%s', (_, line, may) => {
    const whole = bytes(`before\n${line}\nneedle`);
    const from = 'before\n'.length;
    const to = from + bytes(line).length;
    const needle = new ByteNeedle(bytes('needle'), false);
    const special = new SpecialBytes(whole);
    expect(mayReachOverStyle(whole, special, from, to, needle)).toBe(may);
  });
});
