import fc from 'fast-check';
import { LONGEST_LOG_LINE } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { FakeRecord } from './FakeLog';

/** Bytes after which a container runtime cuts a line into records (containerd and CRI-O, 16 KiB). */
const RECORD_BYTES = 16 * 1024;

/** As far as the clock of a node may be set back in all, in nanoseconds: less than the minute that `sinceOf` allows for. */
const SET_BACK_NANOS = 50_000_000_000n;

/** What somebody should read in the end. */
export interface WrittenLine {
  readonly at: string;
  readonly text: string;
}

export interface WrittenLog {
  readonly records: readonly FakeRecord[];
  readonly lines: readonly WrittenLine[];
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

const text = fc.oneof(
  { weight: 8, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'a line of Windows\r',
      'pulling 1%\rpulling 50%\rpulling 100%',
      'a NUL \u0000 inside',
      '\u001b[31merror\u001b[0m: no',
      'same',
      'same',
      // As if it were the beginning of a line.
      '2026-11-22T21:28:40.123456789Z not a time',
      'unable to retrieve container logs for containerd://x',
    ),
  },
);

const content = fc.oneof(
  {
    weight: 40,
    arbitrary: text.map(each => bytes(each.replaceAll('\n', ' '))),
  },
  {
    weight: 3,
    arbitrary: fc
      .uint8Array({ maxLength: 30 })
      .map(each => each.map(byte => (byte === 0x0a ? 0xff : byte))),
  },
  // Longer than a record, one beyond the cap, each with characters across every border.
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(16_384, 16_385, 40_000, 65_536, 65_537, 90_001)
      .map(length => bytes('é'.repeat(length / 2).padEnd(length, 'x'))),
  },
);

/** Nanoseconds from one line to the next: equal, close, far, and a clock that is set back. */
const step = fc.constantFrom(
  ...[0, 0, 0, 1, 1, 1_000, 700_000_000, 2_000_000_000],
  ...[-1_000, -400_000_000, -45_000_000_000],
);

const output = fc.record({
  output: fc.array(fc.tuple(content, step), { minLength: 120, maxLength: 200 }),
  isOpenEnded: fc.boolean(),
});

/**
 * A container's output of some hundred lines, as its runtime stores it and as it should be read. `times`: whether several
 * lines may have the same.
 */
export const writtenLog = (
  times: 'any' | 'distinct',
): fc.Arbitrary<WrittenLog> =>
  output.map(({ output: all, isOpenEnded }) => {
    const records: FakeRecord[] = [];
    const lines: WrittenLine[] = [];
    let nanos = 1_795_000_000_000_000_000n;
    let latest = nanos;
    all.forEach(([line, after], index) => {
      nanos += BigInt(times === 'distinct' ? after + index : after);
      if (nanos < latest - SET_BACK_NANOS) nanos = latest + 1n;
      if (nanos > latest) latest = nanos;
      const at = instant(nanos);
      const isLast = index === all.length - 1;
      const pieces = Math.max(1, Math.ceil(line.length / RECORD_BYTES));
      for (let piece = 0; piece < pieces; piece += 1) {
        const from = piece * RECORD_BYTES;
        records.push({
          at: instant(nanos + BigInt(piece)),
          text: line.subarray(from, from + RECORD_BYTES),
          partial: piece < pieces - 1 || (isLast && isOpenEnded),
        });
      }
      lines.push({ at, text: shown(line) });
    });
    return { records, lines };
  });

/** As a page gets it: no more than the cap, no half character at its end. */
function shown(line: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (line.length <= LONGEST_LOG_LINE) return decoder.decode(line);
  return decoder
    .decode(line.subarray(0, LONGEST_LOG_LINE))
    .replace(/\ufffd$/, '');
}

function instant(nanos: bigint): string {
  const second = new Date(Number(nanos / 1_000_000n)).toISOString();
  const fraction = String(nanos % 1_000_000_000n).padStart(9, '0');
  return `${second.slice(0, 19)}.${fraction}Z`;
}
