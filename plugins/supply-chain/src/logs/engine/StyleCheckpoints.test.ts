import fc from 'fast-check';
import { CHECKPOINT_EVERY } from './LineIndex';
import { LogBuffer } from './LogBuffer';
import { renderLine } from './renderLine';
import { PLAIN } from './SgrState';
import { StyleCheckpoints } from './StyleCheckpoints';

describe('StyleCheckpoints', () => {
  const LINES = CHECKPOINT_EVERY * 3 + 7;
  const buffer = new LogBuffer();
  const truth = [PLAIN];
  for (let line = 0; line < LINES; line += 1) {
    const text = line % 37 === 0 ? `\u001b[${line % 108}mcolour` : 'text';
    buffer.appendLines(text);
    truth.push(renderLine(buffer.line(line), truth[line] ?? PLAIN).after);
  }

  it('knows the style of any line, in whatever order one asks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(LINES), { maxLength: 20 }), asked => {
        const styles = new StyleCheckpoints(buffer);
        expect(asked.map(line => styles.at(line))).toEqual(
          asked.map(line => truth[line]),
        );
      }),
    );
  });

  it('lets a colour run on over line ends', () => {
    const log = new LogBuffer();
    log.appendLines('\u001b[1;34mblue\nstill\n\u001b[0mplain\nplain');
    const styles = new StyleCheckpoints(log);
    expect([0, 1, 2, 3].map(line => styles.at(line))).toEqual([
      {},
      { bold: true, foreground: { palette: 4 } },
      { bold: true, foreground: { palette: 4 } },
      {},
    ]);
  });
});
