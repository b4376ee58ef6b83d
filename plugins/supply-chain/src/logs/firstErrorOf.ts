import { findFirstError } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogBuffer } from './engine/LogBuffer';
import { plainText } from './engine/plainText';

/** Lines at the end that are looked at. Causes are near the end; reading so many takes about 50 ms. */
const LOOKED_AT = 20_000;

/** Lines that tell why the step failed: `[from, to)`, counted from 0. */
export type ErrorLines = { from: number; to: number };

/** Where a failed step's log names the cause, by what that step prints; undefined when it is empty. */
export function firstErrorOf(
  buffer: LogBuffer,
  step: string | undefined,
): ErrorLines | undefined {
  const skipped = Math.max(0, buffer.lineCount - LOOKED_AT);
  const lines: string[] = [];
  for (let line = skipped; line < buffer.lineCount; line += 1)
    lines.push(plainText(buffer.line(line)));
  const found = findFirstError(lines, step);
  if (!found) return undefined;
  const from = skipped + found.index;
  return { from, to: from + found.count };
}
