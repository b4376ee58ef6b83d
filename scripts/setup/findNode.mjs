import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fetchedNodeDir } from './fetchedNodeDir.mjs';
import { isUsableNode } from './isUsableNode.mjs';

/**
 * The Node that everything is run with, if it is here already: the running one, else the one fetched before.
 * @returns {{ bin: string, version: string } | undefined}
 */
export function findNode({ setupDir, running = process }) {
  if (isUsableNode(running.version)) {
    return { bin: running.execPath, version: running.version };
  }
  const bin = join(fetchedNodeDir(setupDir), 'bin', 'node');
  const answer = spawnSync(bin, ['--version'], { encoding: 'utf8' });
  const version = answer.status === 0 ? answer.stdout.trim() : '';
  return isUsableNode(version) ? { bin, version } : undefined;
}
