import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hashFiles } from './hashFiles.mjs';

describe('hashFiles', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hash-'));
    mkdirSync(join(root, 'src', 'deep'), { recursive: true });
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'b');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const changes = [
    ['a file changes', () => writeFileSync(join(root, 'src', 'a.ts'), 'A')],
    ['a file is new', () => writeFileSync(join(root, 'src', 'c.ts'), '')],
    ['a file is gone', () => rmSync(join(root, 'src', 'deep', 'b.ts'))],
    [
      'a file is renamed',
      () => renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'z.ts')),
    ],
  ];
  for (const [what, change] of changes) {
    it(`is another when ${what}`, () => {
      const before = hashFiles(root, ['src']);
      change();
      assert.notEqual(hashFiles(root, ['src']), before);
    });
  }

  it('does not look at what is made from sources, nor at what does not matter', () => {
    const matters = path => !path.endsWith('.test.ts');
    const before = hashFiles(root, ['src'], matters);
    mkdirSync(join(root, 'src', 'node_modules'));
    writeFileSync(join(root, 'src', 'node_modules', 'x.js'), 'x');
    writeFileSync(join(root, 'src', 'a.test.ts'), 'x');
    assert.equal(hashFiles(root, ['src'], matters), before);
  });

  it('takes absent paths', () => {
    assert.match(hashFiles(root, ['nowhere']), /^[0-9a-f]{64}$/);
  });
});
