import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Stamp } from './Stamp.mjs';

describe('Stamp', () => {
  let file;
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'stamp-')), 'setup', 'stamp.json');
  });
  afterEach(() => rmSync(join(file, '..', '..'), { recursive: true }));

  it('knows nothing at first', () => {
    assert.equal(new Stamp(file).holds('app', 'x'), false);
    assert.equal(new Stamp(file).brokeOff('app'), false);
  });

  it('remembers over processes what a part was made from', () => {
    new Stamp(file).finish('app', 'x');
    assert.equal(new Stamp(file).holds('app', 'x'), true);
    assert.equal(new Stamp(file).holds('app', 'y'), false);
  });

  it('sees what was begun and not finished', () => {
    const stamp = new Stamp(file);
    stamp.finish('app', 'x');
    stamp.begin('app');
    assert.equal(new Stamp(file).holds('app', 'x'), false);
    assert.equal(new Stamp(file).brokeOff('app'), true);
    stamp.finish('app', 'x');
    assert.equal(new Stamp(file).brokeOff('app'), false);
  });

  for (const broken of ['', '{"app":', 'null', '[1]', '"app"']) {
    it(`takes a broken file (${broken || 'empty'}) for no stamp`, () => {
      new Stamp(file).finish('app', 'x');
      writeFileSync(file, broken);
      assert.equal(new Stamp(file).holds('app', 'x'), false);
      new Stamp(file).finish('app', 'x');
      assert.equal(new Stamp(file).holds('app', 'x'), true);
    });
  }
});
