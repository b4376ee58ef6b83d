import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limited } from './limited.mjs';

/**
 * Installs packages where this is Debian and its root user.
 * @param {{ packages: string[], root: string, env: NodeJS.ProcessEnv, logs: string, signal: AbortSignal }} options
 * @returns {Promise<string | undefined>} why not, in words; undefined when they are installed
 */
export async function installDebianPackages({
  packages,
  root,
  env,
  logs,
  signal,
}) {
  if (process.getuid?.() !== 0 || !isDebian()) {
    return 'this is not Debian, or not its root user';
  }
  const names = packages.join(' ');
  return limited({
    what: `Installing Debian's ${names}`,
    command: 'sh',
    args: [
      '-c',
      `apt-get update && apt-get install -y --no-install-recommends ${names}`,
    ],
    cwd: root,
    // Installed to be used by us; the runlevel keeps Debian from starting servers of its own.
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    logFile: join(logs, `apt-${packages[0]}.log`),
    signal,
  });
}

function isDebian() {
  return (
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
