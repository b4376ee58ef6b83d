import fc from 'fast-check';
import { readRecording } from './readRecording.ts';
import { recordingDirectory } from './recordingDirectory.ts';
import { parseLog } from './parseLog.ts';

function print(lines: ReturnType<typeof parseLog>): Buffer {
  return Buffer.concat(
    lines.flatMap(({ at, bytes, partial }) => [
      Buffer.from(`${at} `),
      Buffer.from(bytes),
      Buffer.from(partial ? '' : '\n'),
    ]),
  );
}

describe('parseLog', () => {
  it('keeps every byte of every recorded log', () => {
    const logs = ['run1', 'run2'].flatMap(
      name => readRecording(recordingDirectory(name)).logs,
    );
    expect(logs.length).toBeGreaterThan(500);
    for (const { bytes } of logs)
      if (bytes) expect(print(parseLog(bytes)).equals(bytes)).toBe(true);
  });

  it('keeps every byte of any dated lines', () => {
    const line = fc
      .uint8Array({ maxLength: 30 })
      .map(bytes => Buffer.from(bytes.filter(byte => byte !== 0x0a)));
    fc.assert(
      fc.property(fc.array(line), contents => {
        const log = Buffer.concat(
          contents.map(content =>
            Buffer.concat([
              Buffer.from('2026-11-22T21:20:35.1Z '),
              content,
              Buffer.from('\n'),
            ]),
          ),
        );
        expect(print(parseLog(log)).equals(log)).toBe(true);
      }),
    );
  });

  it('marks a last line without an end, and gives undated lines the date before', () => {
    const log = Buffer.from(
      'lost\n2026-11-22T21:20:35Z one\ntwo\n2026-11-22T21:20:36Z three',
    );
    expect(
      parseLog(log).map(l => [
        l.at,
        Buffer.from(l.bytes).toString(),
        l.partial,
      ]),
    ).toEqual([
      ['2026-11-22T21:20:35Z', 'one', undefined],
      ['2026-11-22T21:20:35Z', 'two', undefined],
      ['2026-11-22T21:20:36Z', 'three', true],
    ]);
  });
});
