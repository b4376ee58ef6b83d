import { diffArrays } from 'diff';
import { stripAnsi } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { sameButTimes } from './sameButTimes';

/** Bytes of each log that are compared: some 20,000 lines, which a browser compares at once. */
const BYTES_MAX = 2 * 1024 * 1024;

/** Lines added and removed at most: beyond it two logs have little to do with each other, and finding out costs its square. */
const EDITS_MAX = 3000;

/** Lines shown before and after each difference. */
const CONTEXT = 2;

/** Lines of the result at most. */
const SHOWN_MAX = 2000;

export type DiffLine =
  | { kind: 'both' | 'removed' | 'added'; text: string }
  /** So many lines that are the same are left out. */
  | { kind: 'left-out'; lines: number };

export type LogDiff =
  | { state: 'same' }
  | {
      state: 'differ';
      lines: DiffLine[];
      removed: number;
      added: number;
      isCut: boolean;
    }
  /** More differs than is worth showing line by line. */
  | { state: 'too-different' };

/** What differs between two logs but moments and durations. `isCut`: not all of it is compared, or shown. */
export function diffLogs(from: Uint8Array, to: Uint8Array): LogDiff {
  const [old, now] = [linesOf(from), linesOf(to)];
  const parts = diffArrays(old.map(sameButTimes), now.map(sameButTimes), {
    maxEditLength: EDITS_MAX,
  });
  if (!parts) return { state: 'too-different' };
  const wasCut = from.length > BYTES_MAX || to.length > BYTES_MAX;
  const all: DiffLine[] = [];
  let [atOld, atNow, removed, added] = [0, 0, 0, 0];
  for (const part of parts) {
    const count = part.count ?? part.value.length;
    if (part.removed) {
      all.push(...take(old, atOld, count, 'removed'));
      atOld += count;
      removed += count;
    } else {
      all.push(...take(now, atNow, count, part.added ? 'added' : 'both'));
      atNow += count;
      if (part.added) added += count;
      else atOld += count;
    }
  }
  if (removed + added === 0 && !wasCut) return { state: 'same' };
  const folded = fold(all);
  return {
    state: 'differ',
    lines: folded.slice(0, SHOWN_MAX),
    ...{ removed, added },
    isCut: wasCut || folded.length > SHOWN_MAX,
  };
}

function linesOf(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes.subarray(0, BYTES_MAX));
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function take(
  lines: readonly string[],
  from: number,
  count: number,
  kind: 'both' | 'removed' | 'added',
): DiffLine[] {
  return lines
    .slice(from, from + count)
    .map(line => ({ kind, text: stripAnsi(line).trimEnd() }));
}

/** Leaves out what is the same and far from every difference. */
function fold(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, at) => {
    if (kind === 'both') return;
    for (let i = at - CONTEXT; i <= at + CONTEXT; i += 1) near.add(i);
  });
  const folded: DiffLine[] = [];
  lines.forEach((line, at) => {
    const last = folded.at(-1);
    if (near.has(at)) folded.push(line);
    else if (last?.kind === 'left-out') last.lines += 1;
    else folded.push({ kind: 'left-out', lines: 1 });
  });
  return folded;
}
