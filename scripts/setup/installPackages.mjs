import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeBuild } from './nativeBuild.mjs';
import { packagesWork } from './packagesWork.mjs';
import { runStep } from './runStep.mjs';
import { SetupError } from './SetupError.mjs';
import { yarnEnv } from './yarnEnv.mjs';
import { yarnProgress } from './yarnProgress.mjs';

/** Bytes that must be free: node_modules and Yarn's cache take 2.6 GB together, measured; the rest is for the app and logs. */
const NEEDED_BYTES = 3.5e9;

/** `yarn install` of exactly what yarn.lock says. */
export async function installPackages(options) {
  const { root, node, yarn, env, logs, signal, at } = options;
  const { bavail, bsize } = await statfs(root);
  const fresh = !existsSync(join(root, 'node_modules'));
  if (fresh && bavail * bsize < NEEDED_BYTES) {
    throw new SetupError(
      `Only ${(bavail * bsize) / 1e9} GB are free where ${root} is.`,
      `Free ${
        NEEDED_BYTES / 1e9
      } GB for the packages and their cache, then run the command again.`,
    );
  }
  const build = await nativeBuild({ headers: node.headers, env });
  await runStep({
    what: 'Installing the packages',
    command: yarn.command,
    args: [...yarn.args, 'install', '--immutable', '--inline-builds'],
    cwd: root,
    env: { ...env, ...yarnEnv({ yarn, root, env }), ...build },
    logFile: join(logs, 'yarn-install.log'),
    signal,
    look: log => at(`${yarnProgress(log)}, about 4 min in all`),
  });
  if (!packagesWork(root, node)) {
    await rebuild(options, build);
  }
}

/** Yarn believes that what it built once still stands; a binary of another Node, or a deleted one, has to be built again. */
async function rebuild({ root, node, yarn, env, logs, signal, at }, build) {
  at('building better-sqlite3 again');
  await runStep({
    what: 'Building better-sqlite3',
    command: yarn.command,
    args: [...yarn.args, 'rebuild', 'better-sqlite3'],
    cwd: root,
    env: { ...env, ...build },
    logFile: join(logs, 'yarn-rebuild.log'),
    signal,
  });
  if (!packagesWork(root, node)) {
    throw new SetupError(
      `better-sqlite3 was built but does not load under Node ${node.version}.`,
      `Delete node_modules and run the command again. The build's log: ${join(
        logs,
        'yarn-rebuild.log',
      )}`,
    );
  }
}
