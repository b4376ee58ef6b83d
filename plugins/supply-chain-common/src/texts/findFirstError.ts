import { firstErrorRules } from './firstErrorRules';
import { stripAnsi } from './stripAnsi';

/** Where the cause of a failure stands in a log, and how many lines from there on belong to it. */
export type FirstError = { index: number; count: number };

/** Lines after the cause that are worth showing: tools print what, where and one hint. */
const FOLLOWING_MAX = 4;

/** Longest part of a line that is looked at; minified code in a log must not cost seconds. */
const LOOK_MAX = 500;

/** Last lines looked at: a cause is near the end, and a log may have millions of lines. */
const LINES_MAX = 20_000;

/**
 * Finds the line that tells why a step failed: a tool's own words before a wrapper's, the first before its consequences,
 * else the last line that says anything. `lines` may hold ANSI and `\r` progress. Undefined when the log says nothing.
 * `step`: its name, because what is a wrapper in one step is the cause in another.
 */
export function findFirstError(
  lines: readonly string[],
  step?: string,
): FirstError | undefined {
  const { causes, errors, wrappers } = firstErrorRules(step);
  const from = Math.max(0, lines.length - LINES_MAX);
  let error: number | undefined;
  let wrapper: number | undefined;
  let last: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const text = visible(lines[index] ?? '');
    if (text === '') continue;
    last = index;
    if (wrappers.some(each => each.test(text))) {
      wrapper ??= index;
    } else if (causes.some(each => each.test(text))) {
      return { index, count: following(lines, index) };
    } else if (error === undefined && errors.some(each => each.test(text))) {
      error = index;
    }
  }
  const index = error ?? wrapper ?? last;
  return index === undefined
    ? undefined
    : { index, count: following(lines, index) };
}

/** The line as a person sees it at the end: what the last `\r` left, without colours and indentation. */
function visible(line: string): string {
  const cut = line.length > LOOK_MAX ? line.slice(-LOOK_MAX) : line;
  const shown = line.includes('\r')
    ? cut.split('\r').filter(Boolean).pop() ?? ''
    : line.slice(0, LOOK_MAX);
  return stripAnsi(shown).trim();
}

/** The cause and what belongs to it: up to the next empty line. */
function following(lines: readonly string[], index: number): number {
  let count = 1;
  while (count <= FOLLOWING_MAX) {
    const next = lines[index + count];
    if (next === undefined || visible(next) === '') break;
    count += 1;
  }
  return count;
}
