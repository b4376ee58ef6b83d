import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findBrowser } from './findBrowser.mjs';

describe('findBrowser', () => {
  let dir;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'browser-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const program = (name, code = 0) => {
    writeFileSync(join(dir, name), `#!/bin/sh\nexit ${code}\n`);
    chmodSync(join(dir, name), 0o755);
    return join(dir, name);
  };
  const find = (env = {}) =>
    findBrowser({
      // Playwright is not here, and its download fails at once.
      root: dir,
      node: program('node', 1),
      env: { PATH: dir, ...env },
      logs: dir,
      signal: new AbortController().signal,
      at: () => {},
    });

  it('takes the one that CHROME_PATH names', async () => {
    program('chromium');
    const mine = program('mine');
    assert.equal(await find({ CHROME_PATH: mine }), mine);
  });

  it('does not look further when CHROME_PATH names one that does not run', async () => {
    program('chromium');
    await assert.rejects(
      find({ CHROME_PATH: program('mine', 1) }),
      /CHROME_PATH is .*does not run/,
    );
    await assert.rejects(find({ CHROME_PATH: '/nowhere' }), /does not run/);
  });

  it('takes an installed one, and passes over what only looks like one', async () => {
    program('chromium-browser', 1);
    const chrome = program('google-chrome');
    assert.equal(await find(), chrome);
  });

  it('says what was tried and how to get one, rather than nothing', async t => {
    t.mock.method(process, 'getuid', () => 1000);
    await assert.rejects(find(), error => {
      assert.match(error.message, /none is installed/);
      assert.match(error.message, /Playwright's own: failed/);
      assert.match(error.message, /Debian's package/);
      assert.match(error.advice, /CHROME_PATH/);
      return true;
    });
  });
});
