import { stripAnsi } from './stripAnsi';

/** Where the cause of a failure stands in a log, and how many lines from there on belong to it. */
export type FirstError = { index: number; count: number };

/** Lines after the cause that are worth showing: tools print what, where and one hint. */
const FOLLOWING_MAX = 4;

/** Longest part of a line that is looked at; minified code in a log must not cost seconds. */
const LOOK_MAX = 500;

/** Last lines looked at: a cause is near the end, and a log may have millions of lines. */
const LINES_MAX = 20_000;

/** A line of a tool that names the cause itself. The first one of these wins. */
const CAUSES: readonly RegExp[] = [
  // npm: the code alone says less than the line after it; the hints at the end say nothing.
  /^npm (?:error|ERR!) (?!code\b|errno\b|syscall\b|path\b|A complete log)\S+ \S/,
  // yarn 1 and 2+, pnpm.
  /^error (?:An unexpected error|Couldn't find|Command failed|[^ ]+: )/,
  /^➤ YN\d{4}: [│·┌└ ]*.*(?:Error|error|failed|couldn't|doesn't)/,
  /^ERR_PNPM_\w+/,
  // JavaScript: eslint, TypeScript, Node.
  /^\d+:\d+ +error +\S/,
  /\(\d+,\d+\): error TS\d+/,
  /:\d+:\d+ - error TS\d+/,
  /^(?:Uncaught )?(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: \S/,
  // Go.
  /^\S+\.go:\d+(?::\d+)?: \S/,
  /^(?:go|no required module): .*(?:cannot|not found|error|missing|unknown)/i,
  /^go: \S+: /,
  /^panic: /,
  // Java: maven with a place, javac, gradle.
  /^\[ERROR\] \S+\.(?:java|kt|scala|groovy):\[\d+,\d+\]/,
  /^\S+\.(?:java|kt|scala|groovy):\d+: error: /,
  /^e: \S+\.kts?/,
  /^\[ERROR\] (?:Failed to execute goal|Tests run:.*FAILURE|.*Non-resolvable)/,
  /^> (?:Could not|Compilation failed|Execution failed|There were failing)/,
  // Python.
  /^ERROR: (?:Could not find|No matching distribution|Cannot install|Command errored|Failed building|.* is not a supported)/,
  /^\w*(?:Error|Exception): \S/,
  // .NET, C, C++, Rust.
  /: error (?:CS|NU|MSB|FS|BC|NETSDK|CA)\d+/,
  /^\S+:\d+(?::\d+)?: (?:fatal )?error: /,
  /^error\[E\d+\]: /,
  // Ruby, PHP.
  /^Could not find (?:gem|compatible versions)/,
  /^Your requirements could not be resolved/,
  // Tests: TAP, go test, pytest.
  /^not ok \d+/,
  /^--- FAIL: /,
  /^FAILED \S+::/,
  // Lifecycle: detect.
  /^ERROR: No buildpack groups passed detection/,
  // kpack: prepare and completion.
  /^Error verifying (?:write|read) access/,
  /^(?:\d{4}\/\d\d\/\d\d [\d:]+ )?cosign sign: /,
  // Registries and networks, wherever they are named.
  /\b(?:UNAUTHORIZED|DENIED|MANIFEST_UNKNOWN|NAME_UNKNOWN|TOOMANYREQUESTS)\b/,
  /\bx509: |\bno such host\b|\bconnection refused\b|\bno space left on device\b/,
  /\bsignal: killed\b|\bOutOfMemoryError\b|\bJavaScript heap out of memory\b/,
];

/** A line that says there was an error, by how it begins. The first one of these when no cause was named. */
const ERRORS: readonly RegExp[] = [
  /^(?:\[?(?:ERROR|FATAL|SEVERE|CRITICAL)\]?|error|fatal|Error|Fatal|FAILURE|failed|Failed)\b[ :!\]]/,
  /^npm (?:error|ERR!) \S/,
  /^\S*: (?:error|fatal|cannot|not found|permission denied|command not found)\b/i,
  /\b(?:command not found|No such file or directory|Permission denied)\b/,
  /^Traceback \(most recent call last\)/,
];

/** Lines that only pass on that something below them failed. Better than nothing, worse than all else. */
const WRAPPERS: readonly RegExp[] = [
  /^ERROR: failed to (?:build|detect|analyze|restore|export|rebase)\b/,
  /^error building image: /,
  /^failed to execute /,
  /^Failed after /,
  /^\[ERROR\] COMPILATION ERROR/,
  /^FAILURE: Build failed/,
  /^npm (?:error|ERR!) A complete log/,
  /exit(?:ed with)? (?:status|code) \d+$/,
];

/**
 * Finds the line that tells why a step failed: a tool's own words before a wrapper's, the first before its consequences,
 * else the last line that says anything. `lines` may hold ANSI and `\r` progress. Undefined when the log says nothing.
 */
export function findFirstError(
  lines: readonly string[],
): FirstError | undefined {
  const from = Math.max(0, lines.length - LINES_MAX);
  let error: number | undefined;
  let wrapper: number | undefined;
  let last: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const text = visible(lines[index] ?? '');
    if (text === '') continue;
    last = index;
    if (WRAPPERS.some(each => each.test(text))) {
      wrapper ??= index;
    } else if (CAUSES.some(each => each.test(text))) {
      return { index, count: following(lines, index) };
    } else if (error === undefined && ERRORS.some(each => each.test(text))) {
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
