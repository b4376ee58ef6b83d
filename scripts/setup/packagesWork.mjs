import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the packages are there and the native one runs under this Node: a stamp alone does not see what was deleted. */
export function packagesWork(root, node) {
  if (!existsSync(join(root, 'node_modules', '.yarn-state.yml'))) return false;
  const open = `new (require('better-sqlite3'))(':memory:').close()`;
  return spawnSync(node.bin, ['-e', open], { cwd: root }).status === 0;
}
