import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChildGroup } from './ChildGroup.mjs';

/** Milliseconds between two looks at what a child wrote or whether it lives. */
const LOOK_MS = 20;

describe('ChildGroup', () => {
  let dir;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'group-'));
  });
  after(() => rmSync(dir, { recursive: true }));

  const start = (name, script) =>
    new ChildGroup({
      command: process.execPath,
      args: ['-e', script],
      cwd: dir,
      env: process.env,
      logFile: join(dir, 'logs', `${name}.log`),
    });
  const written = async (group, pattern) => {
    for (;;) {
      const found = pattern.exec(readFileSync(group.logFile, 'utf8'));
      if (found) return found;
      await sleep(LOOK_MS);
    }
  };
  const lives = pid => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  const gone = async pid => {
    while (lives(pid)) await sleep(LOOK_MS);
  };

  it('tells how the child ended, and keeps both outputs', async () => {
    const group = start(
      'ends',
      `console.log('out'); console.error('err'); process.exit(3)`,
    );
    assert.equal((await group.exited).code, 3);
    assert.deepEqual(readFileSync(group.logFile, 'utf8').split('\n').sort(), [
      '',
      'err',
      'out',
    ]);
  });

  it('tells when there is no such program', async () => {
    const group = new ChildGroup({
      command: join(dir, 'nothing-here'),
      args: [],
      cwd: dir,
      env: process.env,
      logFile: join(dir, 'nothing.log'),
    });
    assert.equal((await group.exited).error.code, 'ENOENT');
    await group.end();
  });

  it('ends what the child started, too', async () => {
    const group = start(
      'grandchild',
      `const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
       console.log('grandchild ' + c.pid); setInterval(() => {}, 1e6)`,
    );
    const [, pid] = await written(group, /grandchild (\d+)/);
    await group.end();
    await gone(Number(pid));
  });

  it('ends what does not listen', async () => {
    const group = start(
      'deaf',
      `process.on('SIGTERM', () => {}); console.log('pid ' + process.pid); setInterval(() => {}, 1e6)`,
    );
    const [, pid] = await written(group, /pid (\d+)/);
    await group.end(100);
    assert.equal((await group.exited).signal, 'SIGKILL');
    await gone(Number(pid));
  });

  it('is no trouble to end twice', async () => {
    const group = start('twice', 'setInterval(() => {}, 1e6)');
    await Promise.all([group.end(), group.end()]);
    await group.end();
  });
});
