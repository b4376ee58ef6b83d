import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SetupLock } from './SetupLock.mjs';

describe('SetupLock', () => {
  let file;
  const never = new AbortController().signal;
  const nobody = () => assert.fail('nobody to wait for');
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock');
  });
  afterEach(() => rmSync(join(file, '..'), { recursive: true }));

  it('is taken, and let go of', async () => {
    const unlock = await new SetupLock(file).take(nobody, never);
    assert.equal(existsSync(file), true);
    unlock();
    assert.equal(existsSync(file), false);
  });

  it('is waited for while its process lives, and told about once', async () => {
    const unlock = await new SetupLock(file).take(nobody, never);
    const told = [];
    const second = new SetupLock(file).take(pid => {
      told.push(pid);
      unlock();
    }, never);
    (await second)();
    assert.deepEqual(told, [process.pid]);
  });

  it('means nothing when its process is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(file, String(pid));
    (await new SetupLock(file).take(nobody, never))();
  });

  for (const nonsense of ['', 'x', '-5', '0']) {
    it(`means nothing when it names no process (${
      nonsense || 'empty'
    })`, async () => {
      writeFileSync(file, nonsense);
      (await new SetupLock(file).take(nobody, never))();
    });
  }

  it('stops waiting when told to', async () => {
    const unlock = await new SetupLock(file).take(nobody, never);
    const stop = new AbortController();
    const second = new SetupLock(file).take(
      () => stop.abort(new Error('enough')),
      stop.signal,
    );
    await assert.rejects(second);
    unlock();
  });
});
