import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runStep } from './runStep.mjs';
import { SetupError } from './SetupError.mjs';

describe('runStep', () => {
  let dir;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'step-'));
  });
  after(() => rmSync(dir, { recursive: true }));

  const run = (script, more) =>
    runStep({
      what: 'Fetching',
      command: process.execPath,
      args: ['-e', script],
      cwd: dir,
      env: process.env,
      logFile: join(dir, 'step.log'),
      signal: new AbortController().signal,
      ...more,
    });

  it('is silent about what went well', async () => {
    await run('console.log("fine")');
  });

  it('shows the end of what went wrong, where all of it is, and what to do', async () => {
    await assert.rejects(
      run(
        `for (let i = 0; i < 99; i++) console.error('line ' + i); console.error('\\u001b[31mENOSPC\\u001b[0m'); process.exit(7)`,
      ),
      error => {
        assert.ok(error instanceof SetupError);
        assert.match(error.message, /^Fetching failed: .* exit code 7\.\n/);
        assert.match(error.message, /line 98\nENOSPC\n/);
        assert.doesNotMatch(error.message, /line 1\n/);
        assert.match(error.message, /step\.log$/);
        assert.match(error.advice, /disk is full/);
        return true;
      },
    );
  });

  it('says so when the program is missing', async () => {
    await assert.rejects(
      run('', { command: join(dir, 'nothing-here') }),
      /nothing-here .*ENOENT/,
    );
  });

  it('ends the child when told to', async () => {
    const stop = new AbortController();
    const running = run('setInterval(() => {}, 1e6)', { signal: stop.signal });
    stop.abort(new Error('Ctrl-C'));
    await assert.rejects(running, /Ctrl-C/);
  });

  it('does not begin when it was told to stop before', async () => {
    const signal = AbortSignal.abort(new Error('Ctrl-C'));
    await assert.rejects(run('', { signal }), /Ctrl-C/);
  });
});
