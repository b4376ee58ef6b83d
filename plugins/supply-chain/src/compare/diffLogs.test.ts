import fc from 'fast-check';
import { diffLogs } from './diffLogs';

const bytes = (...lines: string[]) =>
  new TextEncoder().encode(lines.map(line => `${line}\n`).join(''));

describe('diffLogs', () => {
  it('says that logs are the same but for times', () => {
    expect(
      diffLogs(
        bytes('21:00:01 start', 'done in 3s'),
        bytes('22:10:00 start', 'done in 12s'),
      ),
    ).toEqual({ state: 'same' });
  });

  it('shows what differs with what is around it, and how much is left out', () => {
    const around = Array.from({ length: 10 }, (_, i) => `line ${i}`);
    expect(
      diffLogs(
        bytes(...around, 'node 1.2.0', ...around),
        bytes(...around, 'node 1.3.0', 'new', ...around),
      ),
    ).toEqual({
      state: 'differ',
      removed: 1,
      added: 2,
      isCut: false,
      lines: [
        { kind: 'left-out', lines: 8 },
        { kind: 'both', text: 'line 8' },
        { kind: 'both', text: 'line 9' },
        { kind: 'removed', text: 'node 1.2.0' },
        { kind: 'added', text: 'node 1.3.0' },
        { kind: 'added', text: 'new' },
        { kind: 'both', text: 'line 0' },
        { kind: 'both', text: 'line 1' },
        { kind: 'left-out', lines: 8 },
      ],
    });
  });

  it('shows lines as they are, without colours', () => {
    const diff = diffLogs(
      bytes('a'),
      bytes('\u001b[31mb at 21:00:01\u001b[0m'),
    );
    expect(diff).toMatchObject({
      lines: [{ text: 'a' }, { text: 'b at 21:00:01' }],
    });
  });

  it('gives up on logs that have little to do with each other', () => {
    const many = (word: string) =>
      bytes(...Array.from({ length: 4000 }, (_, i) => `${word} ${i}x`));
    expect(diffLogs(many('a'), many('b'))).toEqual({ state: 'too-different' });
  });

  it('says that it compared only the beginning of long logs', () => {
    const long = new Uint8Array(3 * 1024 * 1024).fill(0x61);
    expect(diffLogs(long, long)).toMatchObject({
      state: 'differ',
      isCut: true,
      removed: 0,
      added: 0,
    });
  });

  it('loses no line of either', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', '1s', ''), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        const diff = diffLogs(bytes(...old), bytes(...now));
        if (diff.state !== 'differ') return;
        const count = (kind: string) =>
          diff.lines.reduce(
            (sum, line) =>
              line.kind === 'left-out'
                ? sum + line.lines
                : sum + (line.kind === 'both' || line.kind === kind ? 1 : 0),
            0,
          );
        expect([count('removed'), count('added')]).toEqual([
          old.length,
          now.length,
        ]);
      }),
    );
  });
});
