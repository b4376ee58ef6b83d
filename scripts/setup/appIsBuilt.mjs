import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a built app is there to be served. */
export function appIsBuilt(root) {
  return existsSync(join(root, 'packages', 'app', 'dist', 'index.html'));
}
