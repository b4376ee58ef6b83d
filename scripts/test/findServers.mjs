import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackages } from './installDebianPackages.mjs';

/** Programs that tests start, and the Debian packages that have them. */
const SERVERS = new Map([
  ['nginx', 'nginx-light'],
  ['initdb', 'postgresql'],
]);

/**
 * The servers that tests of proxies and replicas start: installed ones, else Debian's packages. Those tests find them by
 * themselves, and are skipped without them.
 * @param {{ root: string, env: NodeJS.ProcessEnv, logs: string, signal: AbortSignal, at: (what: string) => void,
 *   folders?: string[], install?: typeof installDebianPackages }} options
 * @returns {Promise<string>} what could not be had and is not tested, in words; empty when all is there
 */
export async function findServers({
  env,
  at,
  folders = systemFolders(),
  install = installDebianPackages,
  ...place
}) {
  const missing = () =>
    [...SERVERS.keys()].filter(name => !isIn(name, env, folders));
  if (missing().length === 0) return '';
  const packages = missing().map(name => SERVERS.get(name));
  at(`installing Debian's ${packages.join(' and ')}`);
  const failure = await install({ ...place, env, packages });
  const left = missing();
  if (left.length === 0) return '';
  return `NOT TESTED: proxies that buffer, and two replicas with one database. ${left
    .map(name => `${name} (Debian: ${SERVERS.get(name)})`)
    .join(' and ')} could not be had: ${failure ?? 'still not there'}.`;
}

function isIn(name, env, folders) {
  return [...(env.PATH ?? '').split(':'), ...folders].some(folder =>
    existsSync(join(folder, name)),
  );
}

/** Where Debian puts servers, beside the PATH of people. The tests look here, too. */
function systemFolders() {
  const postgres = '/usr/lib/postgresql';
  const versions = existsSync(postgres) ? readdirSync(postgres) : [];
  return [
    '/usr/sbin',
    '/usr/local/sbin',
    ...versions.map(version => join(postgres, version, 'bin')),
  ];
}
