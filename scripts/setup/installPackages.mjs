import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesWork } from './packagesWork.mjs';
import { runStep } from './runStep.mjs';
import { SetupError } from './SetupError.mjs';
import { yarnEnv } from './yarnEnv.mjs';
import { yarnProgress } from './yarnProgress.mjs';

/** Bytes that must be free: node_modules takes 1.6 GB and Yarn's cache 0.9, measured; the rest is for the app and logs. */
const NEEDED_BYTES = 3.5e9;

/** `yarn install` of exactly what yarn.lock says; nothing is compiled. */
export async function installPackages({
  root,
  node,
  yarn,
  env,
  logs,
  signal,
  at,
}) {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  if (!existsSync(join(root, 'node_modules')) && free < NEEDED_BYTES) {
    throw new SetupError(
      `Only ${gigabytes(free)} are free where ${root} is.`,
      `Free ${gigabytes(
        NEEDED_BYTES,
      )} for the packages and their cache, then run the command again.`,
    );
  }
  await runStep({
    what: 'Installing the packages',
    command: yarn.command,
    args: [...yarn.args, 'install', '--immutable'],
    cwd: root,
    env: { ...env, ...yarnEnv({ yarn, root, env }) },
    logFile: join(logs, 'yarn-install.log'),
    signal,
    look: log => at(yarnProgress(log)),
  });
  if (!packagesWork(root, node)) {
    throw new SetupError(
      `The packages are installed, but better-sqlite3 does not load under Node ${node.version}.`,
      'Delete node_modules and run the command again. It needs glibc 2.34 or newer, or macOS.',
    );
  }
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
