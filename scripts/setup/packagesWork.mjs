import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yarnRecord } from './yarnRecord.mjs';

/**
 * Whether every package is where Yarn put it, and the native one runs under this Node: a stamp
 * alone does not see what was deleted afterwards.
 */
export function packagesWork(root, node) {
  const open = `new (require('better-sqlite3'))(':memory:').close()`;
  return (
    allAreThere(root) &&
    spawnSync(node.bin, ['-e', open], { cwd: root }).status === 0
  );
}

/** Yarn's record of an install names the folder of each package. */
function allAreThere(root) {
  const record = yarnRecord(root);
  if (!existsSync(record)) return false;
  const folders = [
    ...readFileSync(record, 'utf8').matchAll(
      /^ {4}- "(.*node_modules\/.*)"$/gm,
    ),
  ].map(([, folder]) => folder);
  return (
    folders.length > 0 &&
    folders.every(folder => existsSync(join(root, folder, 'package.json')))
  );
}
