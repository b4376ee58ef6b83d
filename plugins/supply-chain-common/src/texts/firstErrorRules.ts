/** What to look for in the log of a step: how its lines begin, without colours and indentation. */
export type FirstErrorRules = {
  /** A line that names the cause itself. The first one of these wins. */
  readonly causes: readonly RegExp[];
  /** A line that says there was an error. The first one of these when no cause was named. */
  readonly errors: readonly RegExp[];
  /** Lines that only pass on that something below them failed. Better than nothing, worse than all else. */
  readonly wrappers: readonly RegExp[];
};

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
  /\bfailed with status code:? \d+/,
  /^npm (?:error|ERR!) A complete log/,
  /exit(?:ed with)? (?:status|code) \d+$/,
];

const ANY: FirstErrorRules = {
  causes: CAUSES,
  errors: ERRORS,
  wrappers: WRAPPERS,
};

/**
 * Steps in which no tool of anybody's runs but the lifecycle: its `ERROR: failed to export: …` passes nothing on, it is
 * the cause.
 */
const LIFECYCLE: FirstErrorRules = {
  causes: [...CAUSES, /^ERROR: \S/],
  errors: ERRORS,
  wrappers: WRAPPERS.filter(({ source }) => !source.startsWith('^ERROR: ')),
};

const BY_STEP: ReadonlyMap<string, FirstErrorRules> = new Map([
  ['analyze', LIFECYCLE],
  ['restore', LIFECYCLE],
  ['export', LIFECYCLE],
  ['rebase', LIFECYCLE],
]);

/** The rules of a step by its name; of one that nobody knows those for everything. */
export function firstErrorRules(step: string | undefined): FirstErrorRules {
  return (step === undefined ? undefined : BY_STEP.get(step)) ?? ANY;
}
