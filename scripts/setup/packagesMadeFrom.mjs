import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from './hashFiles.mjs';

/** One hash over everything that decides what is in node_modules. */
export function packagesMadeFrom(root, node) {
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder))
      .sort()
      .map(name => join(folder, name, 'package.json')),
  );
  const hash = hashFiles(root, [
    ...['package.json', 'yarn.lock', '.yarnrc.yml'],
    ...manifests,
  ]);
  return `${node.version} ${process.platform} ${process.arch} ${hash}`;
}
