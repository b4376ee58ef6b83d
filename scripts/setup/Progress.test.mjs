import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Progress } from './Progress.mjs';

describe('Progress', () => {
  const paper = more => {
    const written = [];
    return { written, write: text => written.push(text), ...more };
  };

  it('says which step, what it is at and for how long, and is never silent for ten seconds', async t => {
    t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
    const out = paper();
    let finish;
    const step = new Progress(out, 2).step('Packages', at => {
      at('downloading');
      return new Promise(resolve => {
        finish = resolve;
      });
    });
    for (let passed = 0; passed < 70; passed += 5) t.mock.timers.tick(5_000);
    finish('result');
    assert.equal(await step, 'result');
    assert.equal(out.written[0], '[1/2] Packages\n');
    assert.equal(out.written[1], '[1/2] Packages: downloading (5 s)\n');
    assert.equal(
      out.written.at(-2),
      '[1/2] Packages: downloading (1 min 10 s)\n',
    );
    assert.equal(out.written.at(-1), '[1/2] Packages: done (1 min 10 s)\n');
    assert.ok(out.written.length >= 70 / 10);
  });

  it('stops when the step fails', async t => {
    t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
    const out = paper();
    const step = new Progress(out, 1).step('Packages', async () => {
      throw new Error('no network');
    });
    await assert.rejects(step, /no network/);
    const before = out.written.length;
    t.mock.timers.tick(60_000);
    assert.equal(out.written.length, before);
  });

  it('rewrites one line of a terminal, within its width', async t => {
    t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
    const out = paper({ isTTY: true, columns: 20 });
    const step = new Progress(out, 1).step('Packages', async at => {
      at('downloading a great many of them');
      t.mock.timers.tick(1_000);
    });
    await step;
    const rewritten = out.written.filter(text => !text.endsWith('\n'));
    assert.ok(rewritten.length > 0);
    for (const text of rewritten) {
      assert.match(text, /^\r\u001b\[K.{1,19}$/);
    }
  });
});
