import { stripAnsi } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Moments: RFC 3339, Go's log prefix, a clock's time, kpack's build tag, an HTTP date. */
const MOMENTS = [
  /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?/g,
  /\b\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?/g,
  /\bb\d+\.\d{8}\.\d{6}\b/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2}(?: \w+)?/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?\b/g,
];

/** How long something took: `1m2.5s`, `350 ms`, `2.1 seconds`; a number with a unit of time as its own word. */
const DURATIONS =
  /(?<![\w.])(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)? ?(?:ns|µs|us|ms|s|secs?|seconds?|mins?|minutes?|m|h)(?![\w])/g;

/** A line as it would be at any other time: two that differ in moments and durations alone are the same. */
export function sameButTimes(line: string): string {
  let text = stripAnsi(line).trimEnd();
  for (const moment of MOMENTS) text = text.replace(moment, '⧗');
  return text.replace(DURATIONS, '⧖');
}
