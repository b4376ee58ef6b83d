import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runStage } from './runStage.mjs';

describe('runStage', () => {
  let dir;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'stage-'));
  });
  after(() => rmSync(dir, { recursive: true }));

  const run = (script, stage = {}, signal = new AbortController().signal) =>
    runStage(
      { name: 'x', title: 'X', args: ['-e', script], ...stage },
      {
        node: process.execPath,
        root: dir,
        env: process.env,
        logFile: join(dir, 'x.log'),
        signal,
      },
    );
  const counted = counts => ({
    report: join(dir, 'report.json'),
    count: () => ({
      skipped: 0,
      failures: [],
      ...JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')),
      ...counts,
    }),
  });
  const report = counts =>
    `require('fs').writeFileSync('report.json', '${JSON.stringify(counts)}');`;

  it('without a count is one check', async () => {
    assert.deepEqual(await run(''), {
      passed: 1,
      failed: 0,
      skipped: 0,
      says: '',
    });
    const { passed, failed, says } = await run(
      'console.log("type error"); process.exit(2)',
    );
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
    assert.match(says, /type error/);
  });

  it("takes the runner's count", async () => {
    const { passed, failed } = await run(
      report({ passed: 7, failed: 0 }),
      counted(),
    );
    assert.deepEqual({ passed, failed }, { passed: 7, failed: 0 });
  });

  it('has failed when the runner says so, whatever was counted', async () => {
    const { passed, failed } = await run(
      `${report({ passed: 7, failed: 0 })} process.exit(1)`,
      counted(),
    );
    assert.deepEqual({ passed, failed }, { passed: 7, failed: 1 });
  });

  it('has failed when no test ran', async () => {
    const { failed, says } = await run(
      report({ passed: 0, failed: 0 }),
      counted(),
    );
    assert.equal(failed, 1);
    assert.match(says, /no test ran/);
  });

  it('does not take the report of an earlier run', async () => {
    writeFileSync(join(dir, 'report.json'), '{"passed": 99, "failed": 0}');
    const { passed, failed, says } = await run('', counted());
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
    assert.match(says, /no report/);
  });

  it('ends its child when told to', async () => {
    const stop = new AbortController();
    const running = run('setInterval(() => {}, 1e6)', {}, stop.signal);
    stop.abort(new Error('Ctrl-C'));
    await assert.rejects(running, /Ctrl-C/);
  });
});
