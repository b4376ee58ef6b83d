import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * One hash over files and folders: their paths below `root` and their content.
 * @param {string} root
 * @param {readonly string[]} paths relative to root; absent ones count as absent
 * @param {(path: string) => boolean} [matters] which files of folders matter; all, if absent
 */
export function hashFiles(root, paths, matters = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesOf(join(root, path))) {
      const name = relative(root, file);
      if (!matters(name)) continue;
      hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function* filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield path;
  if (!stat?.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (!NOT_SOURCE.has(name)) yield* filesOf(join(path, name));
  }
}
