import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The version that wrote yarn.lock; `packageManager` in package.json says the same. */
export const YARN_VERSION = '4.13.0';
/** Milliseconds that a `yarn` may take to say its version. Corepack's would download one, or ask whether it may. */
const ANSWER_MS = 15_000;

/**
 * A Yarn 4 that knows the settings in .yarnrc.yml: the person's own on PATH, else the one fetched before.
 * @returns {{ command: string, args: string[] } | undefined}
 */
export function findYarn({ setupDir, node, root, env }) {
  const candidates = [
    { command: 'yarn', args: [] },
    { command: node.bin, args: [fetchedYarn(setupDir)] },
  ];
  return candidates.find(({ command, args }) => {
    const answer = spawnSync(command, [...args, '--version'], {
      cwd: root,
      env: { ...env, COREPACK_ENABLE_NETWORK: '0' },
      encoding: 'utf8',
      timeout: ANSWER_MS,
    });
    return answer.status === 0 && isUsableYarn(answer.stdout.trim());
  });
}

/** Where the Yarn that npm fetched is. */
export function fetchedYarn(setupDir) {
  return join(
    setupDir,
    ...['yarn', 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js'],
  );
}

/** Yarn 4 from 4.13 on: older ones do not know `npmMinimalAgeGate` as it is used, a 5 may read the lock file differently. */
export function isUsableYarn(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 4 && minor >= 13;
}
