import { join } from 'node:path';
import { nodePackageName } from './nodePackageName.mjs';

/** Where {@link nodePackageName} is put. */
export function fetchedNodeDir(setupDir) {
  return join(setupDir, 'node', 'node_modules', nodePackageName());
}
