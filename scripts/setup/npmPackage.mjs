import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './npmCommand.mjs';
import { runStep } from './runStep.mjs';

/**
 * Fetches one package with the person's own npm, and so with their registry, proxy and
 * certificates, into a folder of its own.
 * @returns {Promise<string>} the folder of the package
 */
export async function npmPackage({ name, version, into, env, logs, signal }) {
  const { command, args } = npmCommand(env);
  // What an earlier, broken-off run left would be taken for whole.
  rmSync(into, { recursive: true, force: true });
  await runStep({
    what: `Fetching ${name}@${version} with npm`,
    command,
    args: [
      ...args,
      'install',
      ...['--prefix', into, '--no-save', '--no-package-lock'],
      ...['--ignore-scripts', '--no-audit', '--no-fund', '--global=false'],
      `${name}@${version}`,
    ],
    cwd: join(into, '..'),
    env,
    logFile: join(logs, `npm-${name.replace(/[^a-z0-9]+/g, '-')}.log`),
    signal,
  });
  return join(into, 'node_modules', name);
}
