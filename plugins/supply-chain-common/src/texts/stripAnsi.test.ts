import fc from 'fast-check';
import { stripAnsi } from './stripAnsi';

describe('stripAnsi', () => {
  it.each([
    ['plain text', 'a\tb\r\nc', 'a\tb\r\nc'],
    ['colours', '\u001b[31;1mERROR: \u001b[0mx', 'ERROR: x'],
    ['true colour', '\u001b[38;2;251;4;90m⠙\u001b[0m', '⠙'],
    ['colours with colons', '\u001b[38:2::1:2:3mx', 'x'],
    ['cursor', 'a\u001b[2K\u001b[1Gb\u001b[?25l', 'ab'],
    ['a title', '\u001b]0;title\u0007x', 'x'],
    ['a link', '\u001b]8;;http://x\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['one-byte forms', '\u009b31mx', 'x'],
    ['a character set', '\u001b(Bx', 'x'],
    ['an unfinished colour', 'x\u001b[31', 'x'],
    ['an unfinished link', 'x\u001b]8;;http', 'x'],
    ['a lone escape', 'x\u001b', 'x'],
    ['bells and nulls', 'a\u0007b\u0000c\u0008', 'abc'],
  ])('%s', (_, text, expected) => {
    expect(stripAnsi(text)).toBe(expected);
  });

  it('leaves no escape in anything, and is done after once', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '\u001b',
            '[',
            ']',
            ';',
            '3',
            'm',
            '\u0007',
            '\\',
            'x',
            '(',
            '\u009b',
          ),
        }),
        text => {
          const plain = stripAnsi(text);
          for (const sign of ['\u001b', '\u0007', '\u009b'])
            expect(plain).not.toContain(sign);
          expect(stripAnsi(plain)).toBe(plain);
        },
      ),
    );
  });
});
