import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, release, totalmem } from 'node:os';

const require = createRequire(import.meta.url);

/** On what a bench ran, and how busy that was when it began. */
export function machine() {
  const versionOf = (name: string) => {
    const path = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
    };
    return version;
  };
  return {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    loadBefore: loadavg()[0],
    backendDefaults: versionOf('@backstage/backend-defaults'),
    kubernetesBackend: versionOf('@backstage/plugin-kubernetes-backend'),
  };
}
