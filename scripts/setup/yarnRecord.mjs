import { join } from 'node:path';

/** Where Yarn writes, last of all, what it put where. */
export function yarnRecord(root) {
  return join(root, 'node_modules', '.yarn-state.yml');
}
