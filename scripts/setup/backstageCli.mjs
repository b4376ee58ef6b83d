import { join } from 'node:path';

/** Where the Backstage CLI is, to be run by the Node of our choice rather than by the one on PATH. */
export function backstageCli(root) {
  return join(
    root,
    ...['node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'],
  );
}
