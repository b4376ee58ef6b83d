import fc from 'fast-check';
import { recordedLogs } from '../../testing/recordedLogs';
import { ourRow } from '../../testing/oracle/ourRow';
import { terminalRows } from '../../testing/oracle/terminalRows';
import { LogBuffer } from './LogBuffer';
import { renderLine } from './renderLine';
import { StyleCheckpoints } from './StyleCheckpoints';

const E = '\u001b';

/** Our rows of a log, and an empty one behind a final newline, as a terminal has it. */
function ourRows(log: string) {
  const buffer = new LogBuffer();
  buffer.append(new TextEncoder().encode(log));
  const styles = new StyleCheckpoints(buffer);
  return log
    .split('\n')
    .map((_, line) =>
      line < buffer.lineCount
        ? ourRow(renderLine(buffer.line(line), styles.at(line)).spans)
        : [],
    );
}

async function expectSame(log: string) {
  expect(ourRows(log)).toEqual(await terminalRows(log));
}

const code = fc.oneof(
  fc.integer({ min: 0, max: 107 }).map(String),
  fc.constantFrom('', '4:0', '4:3', '4:9', '38', '48', '38;5', '38;2;1', '1:2'),
  fc
    .nat(300)
    .chain(n =>
      fc.constantFrom(
        `38;5;${n}`,
        `48;5;${n}`,
        `38:5:${n}`,
        `48:5:${n}`,
        `58;5;${n}`,
      ),
    ),
  fc
    .tuple(
      fc.constantFrom('38', '48', '58'),
      fc.nat(300),
      fc.nat(255),
      fc.nat(255),
    )
    .chain(([what, r, g, b]) =>
      fc.constantFrom(
        `${what};2;${r};${g};${b}`,
        `${what}:2:${r}:${g}:${b}`,
        `${what}:2::${r}:${g}:${b}`,
        `${what}:2:0:${r}:${g}:${b}`,
        `${what};2:${r}:${g}:${b}`,
      ),
    ),
);

const sgr = fc
  .array(code, { maxLength: 5 })
  .map(codes => `${E}[${codes.join(';')}m`);

const word = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '#', 'é', 'ß', 'Ж', '…', '│'),
  minLength: 1,
  maxLength: 6,
});

const wide = fc.constantFrom(
  '漢',
  '字',
  'か',
  '한',
  '😀',
  'ｗ',
  'e\u0301',
  'ก็',
);

const movement = fc.oneof(
  fc.constantFrom('\r', '\b', '\t', '\b\b', '\r\r'),
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom('C', 'D', 'G'))
    .map(([by, final]) => `${E}[${by || ''}${final}`),
  fc.constantFrom('', '0', '1', '2').map(mode => `${E}[${mode}K`),
);

// No OSC 8: xterm underlines a link, which is not a style of the log.
const dropped = fc.constantFrom(
  `${E}[?25l`,
  `${E}[>4;1m`,
  `${E}[?1m`,
  `${E}[1?m`,
  `${E}[1 m`,
  `${E}]0;title\u0007`,
  `${E}P1$r0m${E}\\`,
  `${E}(B`,
  `${E}=`,
  '\u0007',
);

const log = (...kinds: fc.Arbitrary<string>[]) =>
  fc
    .array(fc.oneof(...kinds, fc.constant('\n')), { maxLength: 40 })
    .map(parts => parts.join(''));

describe('our rows are those of a terminal (xterm)', () => {
  it.each([...recordedLogs('run1'), ...recordedLogs('run2')])(
    'in text and style: %s',
    async (_, text) => expectSame(text),
  );

  it('in text and style, whatever the styles', async () =>
    fc.assert(fc.asyncProperty(log(word, sgr, sgr), expectSame), {
      numRuns: 400,
    }));

  it('in text and style, with escapes that show nothing between', async () =>
    fc.assert(fc.asyncProperty(log(word, sgr, dropped), expectSame), {
      numRuns: 200,
    }));

  it('in text and style, with tabs and wide characters', async () =>
    fc.assert(
      fc.asyncProperty(log(word, sgr, wide, fc.constant('\t')), expectSame),
      { numRuns: 200 },
    ));

  it('in text, when programs go back and write over what they wrote', async () =>
    fc.assert(fc.asyncProperty(log(word, word, wide, movement), expectSame), {
      numRuns: 400,
    }));
});
