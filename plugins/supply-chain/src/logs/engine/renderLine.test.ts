import fc from 'fast-check';
import { makeVisible } from './makeVisible';
import { renderLine } from './renderLine';
import { readPenOn } from './readPenOn';
import { SgrPen } from './SgrPen';
import { PLAIN, type SgrState } from './SgrState';

const E = '\u001b';
const bytes = (text: string) => new TextEncoder().encode(text);
const render = (text: string, before: SgrState = PLAIN) =>
  renderLine(bytes(text), before);
const shown = (text: string) =>
  render(text)
    .spans.map(span => span.text)
    .join('');
const styleOf = (text: string) => render(`${text}x`).spans[0]?.style;

describe('renderLine', () => {
  it.each([
    ['1', { bold: true }],
    ['2', { dim: true }],
    ['3', { italic: true }],
    ['4', { underline: 'single' }],
    ['4:3', { underline: 'curly' }],
    ['4:9', { underline: 'single' }],
    ['4;4:0', {}],
    ['5', { blink: true }],
    ['7', { inverse: true }],
    ['8', { concealed: true }],
    ['5;25', {}],
    ['8;28', {}],
    ['9', { strike: true }],
    ['21', { underline: 'double' }],
    ['53', { overline: true }],
    ['1;2;22', {}],
    ['3;23', {}],
    ['4;24', {}],
    ['7;27', {}],
    ['9;29', {}],
    ['53;55', {}],
    ['31', { foreground: { palette: 1 } }],
    ['37', { foreground: { palette: 7 } }],
    ['97', { foreground: { palette: 15 } }],
    ['41', { background: { palette: 1 } }],
    ['100', { background: { palette: 8 } }],
    ['107', { background: { palette: 15 } }],
    ['31;39', {}],
    ['41;49', {}],
    ['1;34', { bold: true, foreground: { palette: 4 } }],
    ['34;2;3', { dim: true, italic: true, foreground: { palette: 4 } }],
    ['31;1', { bold: true, foreground: { palette: 1 } }],
    ['38;5;208', { foreground: { palette: 208 } }],
    ['38:5:208', { foreground: { palette: 208 } }],
    ['48;5;17;1', { bold: true, background: { palette: 17 } }],
    ['38;2;1;2;3', { foreground: { rgb: [1, 2, 3] } }],
    // As xterm.js: the first is the colour space.
    ['38:2:1:2:3', { foreground: { rgb: [2, 3, 0] } }],
    ['38:2::1:2:3', { foreground: { rgb: [1, 2, 3] } }],
    ['48;2;255;999;0', { background: { rgb: [255, 231, 0] } }],
    ['58;2;1;2;3;1', { bold: true }],
    [
      '1;38;5;999;3',
      { bold: true, italic: true, foreground: { palette: 231 } },
    ],
    ['1;38', { bold: true }],
    ['0', {}],
    ['', {}],
    ['31;', {}],
    ['31;;1', { bold: true }],
    ['77;1', { bold: true }],
  ])('reads ESC[%sm', (parameters, style) => {
    expect(styleOf(`${E}[${parameters}m`)).toEqual(style);
  });

  it('ends a colour at ESC[0m and at ESC[m', () => {
    expect(render(`${E}[31mred${E}[0m plain ${E}[1mbold${E}[m.`).spans).toEqual(
      [
        { text: 'red', style: { foreground: { palette: 1 } } },
        { text: ' plain ', style: {} },
        { text: 'bold', style: { bold: true } },
        { text: '.', style: {} },
      ],
    );
  });

  it('starts in the style of the line before and hands its own on', () => {
    const { spans, after } = render('still red', {
      foreground: { palette: 1 },
    });
    expect(spans[0]?.style).toEqual({ foreground: { palette: 1 } });
    expect(after).toEqual({ foreground: { palette: 1 } });
  });

  it.each([
    ['a title', `${E}]0;title\u0007text`, 'text'],
    [
      'a hyperlink',
      `${E}]8;;https://a.example${E}\\link${E}]8;;${E}\\`,
      'link',
    ],
    ['a string that never ends', `a${E}]0;text`, 'a0;text'],
    ['a cursor movement upwards', `a${E}[2Ab`, 'ab'],
    ['a private mode', `${E}[?25lhidden cursor${E}[?25h`, 'hidden cursor'],
    ['a private sequence ending in m', `${E}[>4;1mplain`, 'plain'],
    ['a character set', `${E}(Bascii`, 'ascii'],
    ['a sequence cut by the line end', `text${E}[31`, 'text'],
    ['a lone ESC', `text${E}`, 'text'],
    ['a sequence broken by another', `${E}[3${E}[1mx`, 'x'],
    ['a bell', 'ding\u0007', 'ding'],
  ])('drops %s', (_, line, text) => expect(shown(line)).toBe(text));

  it.each([
    ['CRLF', 'done\r', 'done'],
    ['a progress bar', '10%\r20%\r100%', '100%'],
    ['a shorter line over a longer one', 'Downloading\rDone', 'Doneloading'],
    ['a line erased first', `Downloading${E}[2K\rDone`, 'Done'],
    ['the column form of npm and yarn', `50%${E}[2K${E}[1Gdone`, 'done'],
    ['an erase to the end', `Downloading\rDone${E}[K`, 'Done'],
    ['an erase to the start', `abcdef\r${E}[2C${E}[1K`, '   def'],
    ['a backspace', 'spinner |\b/\b-', 'spinner -'],
    ['a move back', `abc${E}[2DX`, 'aXc'],
    ['a move beyond the end', `a${E}[3Cb`, 'a   b'],
    ['a leading return', '\rtext', 'text'],
    ['a tab that only moves', 'abcdefghij\r\tX', 'abcdefghXj'],
    ['half a wide character', '漢字\rx', 'x 字'],
    ['an accent of its own', 'abc\re\u0301', 'e\u0301bc'],
    ['a joined emoji', '👩‍💻\r👍', '👍'],
  ])('shows what a terminal shows: %s', (_, line, text) =>
    expect(shown(line)).toBe(text),
  );

  it('keeps the colours of what is written over and over', () => {
    expect(render(`${E}[33m50%\r${E}[32m100%${E}[0m`).spans).toEqual([
      { text: '100%', style: { foreground: { palette: 2 } } },
    ]);
  });

  it.each([
    ['NUL', 'a\u0000b', 'a␀b'],
    ['DEL', 'a\u007fb', 'a␡b'],
    ['a form feed', 'a\fb', 'a␌b'],
    ['a C1 control', 'a\u0085b', 'a[U+0085]b'],
    ['a right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['an isolate', 'a\u2066b', 'a[U+2066]b'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
  ])('makes %s visible', (_, line, text) => expect(shown(line)).toBe(text));

  it('shows invalid UTF-8 as U+FFFD', () => {
    const line = new Uint8Array([0x61, 0xff, 0xc3, 0x62]);
    expect(renderLine(line, PLAIN).spans[0]?.text).toBe('a\ufffd\ufffdb');
  });

  it('keeps markup as text', () => {
    const markup = '<img src=x onerror=alert(1)> <a href="javascript:x">y</a>';
    expect(shown(markup)).toBe(markup);
  });

  it('bounds the elements of a line of many colours', () => {
    const line = Array.from({ length: 5000 }, (_, n) => `${E}[3${n % 8}mx`);
    const { spans } = render(line.join(''));
    expect(spans).toHaveLength(1000);
    expect(spans.map(span => span.text).join('')).toBe('x'.repeat(5000));
  });

  it('does not grow with a column that no terminal has', () => {
    expect(shown(`a${E}[999999999Cb`).length).toBeLessThan(5000);
  });

  it('takes any bytes, and agrees with advanceStyle', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: 120 })),
          fc.constantFrom(';', ':'),
        )
        .map(([codes, by]) => bytes(`${E}[${codes.join(by)}m`)),
      fc
        .constantFrom(
          '\r',
          '\b',
          '\t',
          `${E}[K`,
          `${E}]8;;`,
          `${E}[`,
          '漢',
          'x',
        )
        .map(bytes),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const line = new Uint8Array(parts.flatMap(part => [...part]));
        const pen = new SgrPen();
        readPenOn(line, pen);
        expect(renderLine(line, PLAIN).after).toEqual(pen.state);
      }),
      { numRuns: 500 },
    );
  });

  it('shows text without controls as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        fc.pre(makeVisible(text) === text);
        expect(shown(text)).toBe(text);
      }),
    );
  });
});
