import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const POSTGRES = '/usr/lib/postgresql';

/** Where an installed program is, also one that Debian keeps off the PATH of people. Undefined when it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/sbin',
    '/usr/local/sbin',
    ...(existsSync(POSTGRES)
      ? readdirSync(POSTGRES)
          .sort((a, b) => Number(b) - Number(a))
          .map(version => join(POSTGRES, version, 'bin'))
      : []),
  ];
  return folders.map(folder => join(folder, name)).find(existsSync);
}
