import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchedNodeDir } from './fetchedNodeDir.mjs';
import { isUsableNode } from './isUsableNode.mjs';

/**
 * The Node that everything is run with, if it is here already.
 * `headers` is the folder above `include/node`, for native builds.
 * @returns {{ bin: string, version: string, headers: string | undefined } | undefined}
 */
export function findNode({ setupDir, running = process }) {
  if (isUsableNode(running.version)) {
    return describe(running.execPath, running.version);
  }
  const bin = join(fetchedNodeDir(setupDir), 'bin', 'node');
  const answer = spawnSync(bin, ['--version'], { encoding: 'utf8' });
  const version = answer.status === 0 ? answer.stdout.trim() : '';
  return version && isUsableNode(version) ? describe(bin, version) : undefined;
}

function describe(bin, version) {
  const home = dirname(dirname(bin));
  return {
    bin,
    version,
    headers: existsSync(join(home, 'include', 'node', 'node.h'))
      ? home
      : undefined,
  };
}
