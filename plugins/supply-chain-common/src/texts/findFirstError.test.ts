import fc from 'fast-check';
import { findFirstError } from './findFirstError';

/** The line that is found in a log given as one text. */
function found(log: string): string | undefined {
  const lines = log.split('\n');
  const error = findFirstError(lines);
  return error && lines[error.index];
}

describe('findFirstError', () => {
  it.each([
    [
      'npm: what was not found, not its code',
      "    Running 'npm ci'\n      npm \u001b[31merror\u001b[0m code E404\n      npm \u001b[31merror\u001b[0m 404 Not Found - GET https://npm.example/x\n      npm error A complete log of this run\n\n    failed to execute npm ci: exit status 1\n\n\u001b[31;1mERROR: \u001b[0mfailed to build: exit status 1\n",
      '      npm \u001b[31merror\u001b[0m 404 Not Found - GET https://npm.example/x',
    ],
    [
      'npm of old',
      'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR!',
      'npm ERR! ERESOLVE unable to resolve dependency tree',
    ],
    [
      'go: the first compiler error',
      '# example.com/app\n./main.go:4:2: declared and not used: total\n./main.go:5:9: undefined: x\nFailed after 1s\nERROR: failed to build: exit status 1',
      './main.go:4:2: declared and not used: total',
    ],
    [
      'go: a module',
      'go: downloading a v1\ngo: example.com/b@v2: reading b: 404 Not Found\nERROR: failed to build: exit status 1',
      'go: example.com/b@v2: reading b: 404 Not Found',
    ],
    [
      'maven: the place, not the headline',
      '[INFO] Building\n[ERROR] COMPILATION ERROR : \n[ERROR] /src/A.java:[42,17] cannot find symbol\n[INFO] BUILD FAILURE',
      '[ERROR] /src/A.java:[42,17] cannot find symbol',
    ],
    [
      'maven: a goal',
      '[INFO] x\n[ERROR] Failed to execute goal org.x:y: Could not resolve dependencies\n',
      '[ERROR] Failed to execute goal org.x:y: Could not resolve dependencies',
    ],
    [
      'gradle',
      'FAILURE: Build failed with an exception.\n\n* What went wrong:\nA problem occurred.\n> Could not resolve com.x:y:1.\n',
      '> Could not resolve com.x:y:1.',
    ],
    [
      'javac',
      'Note: x\nsrc/A.java:3: error: cannot find symbol\n1 error',
      'src/A.java:3: error: cannot find symbol',
    ],
    [
      'pip',
      'Collecting x\nERROR: Could not find a version that satisfies the requirement x==9\nERROR: No matching distribution found',
      'ERROR: Could not find a version that satisfies the requirement x==9',
    ],
    [
      'python',
      'Traceback (most recent call last):\n  File "a.py", line 1\nModuleNotFoundError: No module named x',
      'ModuleNotFoundError: No module named x',
    ],
    [
      'dotnet',
      "/src/A.cs(3,9): error CS0103: The name 'x' does not exist\nBuild FAILED.",
      "/src/A.cs(3,9): error CS0103: The name 'x' does not exist",
    ],
    [
      'typescript',
      "> tsc\nsrc/a.ts(1,2): error TS2304: Cannot find name 'x'.",
      "src/a.ts(1,2): error TS2304: Cannot find name 'x'.",
    ],
    [
      'eslint in kaniko',
      '> lint\n/app/server.js\n  1:1  error  Require statement\nerror building image: error building stage: failed to execute command: exit status 1',
      '  1:1  error  Require statement',
    ],
    [
      'rust',
      'Compiling\nerror[E0425]: cannot find value `x`\nerror: could not compile `a`',
      'error[E0425]: cannot find value `x`',
    ],
    [
      'detect',
      '======== Results ========\nfail: acme/npm@1\n\u001b[31;1mERROR: \u001b[0mNo buildpack groups passed detection.\nERROR: Please check\nERROR: failed to detect: no buildpacks participating',
      '\u001b[31;1mERROR: \u001b[0mNo buildpack groups passed detection.',
    ],
    [
      'prepare',
      'Loading credentials\nError verifying write access to "reg/app": UNAUTHORIZED',
      'Error verifying write access to "reg/app": UNAUTHORIZED',
    ],
    [
      'tests',
      '> unit tests\nok 1\nnot ok 2 - totals\n  expected: 1\n# fail 1',
      'not ok 2 - totals',
    ],
    [
      'kaniko alone',
      'INFO[0001] x\nerror building image: could not pull base',
      'error building image: could not pull base',
    ],
    [
      'any tool that says error',
      'step one\nfatal: repository not found\nsome more',
      'fatal: repository not found',
    ],
    [
      'nothing but a wrapper',
      'working\n    failed to execute x: exit status 1\nERROR: failed to build: exit status 1',
      '    failed to execute x: exit status 1',
    ],
    [
      'a killed process: the last thing it did',
      'Resolving\n    Installing Node Engine 20.19.4\n',
      '    Installing Node Engine 20.19.4',
    ],
    ['progress that never ended', 'start\n\r  10%\r  35%', '\r  10%\r  35%'],
  ])('%s', (_, log, expected) => {
    expect(found(log)).toBe(expected);
  });

  it.each<[string, string | undefined, string, string]>([
    [
      'export: what the lifecycle says is the cause',
      'export',
      'Adding layer x\nwarning: something old\nERROR: failed to export: saving image: write: broken pipe\n',
      'ERROR: failed to export: saving image: write: broken pipe',
    ],
    [
      'analyze: a registry that refuses',
      'analyze',
      'Restoring data\nERROR: failed to analyze: validating registry write access\n',
      'ERROR: failed to analyze: validating registry write access',
    ],
    [
      'build: the lifecycle passes on what a tool said',
      'build',
      'go: example.com/b@v2: reading b: 404\nERROR: failed to build: exit status 1\n',
      'go: example.com/b@v2: reading b: 404',
    ],
    [
      'a status code alone says less than any error',
      undefined,
      'fatal: no such branch\nERROR: executing lifecycle: failed with status code: 51\n',
      'fatal: no such branch',
    ],
    [
      'a status code is better than nothing',
      undefined,
      'working\nERROR: executing lifecycle: failed with status code: 51\nbye',
      'ERROR: executing lifecycle: failed with status code: 51',
    ],
  ])('%s', (_, step, log, expected) => {
    const lines = log.split('\n');
    const error = findFirstError(lines, step);
    expect(error && lines[error.index]).toBe(expected);
  });

  it('is not led astray by lines that speak of errors without being one', () => {
    expect(
      found(
        'Added error handling\n0 errors, 0 warnings\nnpm warn deprecated x\nDone',
      ),
    ).toBe('Done');
  });

  it('says nothing of a log that says nothing', () => {
    expect(findFirstError([])).toBeUndefined();
    expect(findFirstError(['', '\u001b[0m', '  '])).toBeUndefined();
  });

  it('counts the lines that belong to the cause, up to the next empty one and five at most', () => {
    const lines = ['./a.go:1:1: x', './a.go:2:1: y', '', 'more'];
    expect(findFirstError(lines)).toEqual({ index: 0, count: 2 });
    expect(
      findFirstError(['./a.go:1:1: x', ...Array<string>(20).fill('y')]),
    ).toEqual({ index: 0, count: 5 });
  });

  it('answers any text with a line of it, in time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), lines => {
        const error = findFirstError(lines);
        if (!error) return;
        expect(lines[error.index]).toBeDefined();
        expect(error.count).toBeGreaterThan(0);
        expect(error.index + error.count).toBeLessThanOrEqual(lines.length);
      }),
    );
    const long = [
      'x'.repeat(1_000_000),
      `${'a:'.repeat(200_000)}`,
      'error '.repeat(100_000),
    ];
    const before = performance.now();
    findFirstError(long);
    // A regular expression that backtracks needs minutes for these.
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
