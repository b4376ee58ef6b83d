import { stringify } from 'yaml';
import type { BuildChange } from './buildChanges.ts';

const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const PLAIN = '\u001b[0m';

/** What kpack's prepare step prints about why it builds: each reason with the lines that went and came. */
export function reasonLog(changes: readonly BuildChange[]): string[] {
  return [
    `Build reason(s): ${changes.map(c => c.reason).join(',')}`,
    ...changes.flatMap(change => [
      `${change.reason}:`,
      ...difference(linesOf(change.old), linesOf(change.new)),
    ]),
  ];
}

function linesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  const text =
    typeof value === 'string'
      ? value
      : stringify(value, {
          ...{ indentSeq: false, lineWidth: 0, sortMapEntries: true },
        });
  return text.replace(/\n$/, '').split('\n');
}

/** By the longest common run of lines; what goes stands before what comes. */
function difference(old: readonly string[], next: readonly string[]): string[] {
  const common = commonLengths(old, next);
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      lines.push(`\t${old[i] ?? ''}`);
      i += 1;
      j += 1;
    } else if (
      i < old.length &&
      (j === next.length ||
        (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      lines.push(`\t${RED}-${PLAIN} ${RED}${old[i] ?? ''}${PLAIN}`);
      i += 1;
    } else {
      lines.push(`\t${GREEN}+${PLAIN} ${GREEN}${next[j] ?? ''}${PLAIN}`);
      j += 1;
    }
  }
  return lines;
}

/** How many lines the rests from (i, j) on have in common, in order. */
function commonLengths(
  old: readonly string[],
  next: readonly string[],
): number[][] {
  const table = old.map(() => next.map(() => 0).concat(0));
  table.push(next.map(() => 0).concat(0));
  for (let i = old.length - 1; i >= 0; i--) {
    const row = table[i] ?? [];
    const below = table[i + 1] ?? [];
    for (let j = next.length - 1; j >= 0; j--)
      row[j] =
        old[i] === next[j]
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}
