import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { npmCommand } from './npmCommand.mjs';

/** npm's name of a setting, and Yarn's. */
const SAME_SETTING = [
  ['registry', 'npmRegistryServer', 'YARN_NPM_REGISTRY_SERVER'],
  ['https-proxy', 'httpsProxy', 'YARN_HTTPS_PROXY'],
  ['proxy', 'httpProxy', 'YARN_HTTP_PROXY'],
  ['cafile', 'httpsCaFilePath', 'YARN_HTTPS_CA_FILE_PATH'],
];

/**
 * Yarn does not read npm's settings. A machine whose npm works gets a Yarn that works: registry, proxy and
 * certificates of npm, wherever the person has set nothing for Yarn itself.
 */
export function yarnEnv({ yarn, root, env }) {
  const npm = npmCommand(env);
  const result = {};
  for (const [npmName, yarnName, variable] of SAME_SETTING) {
    const value = ask(npm, ['config', 'get', npmName], root, env);
    if (!value || value === 'null' || value === 'undefined') continue;
    if (npmName === 'cafile' && !existsSync(value)) continue;
    if (env[variable] || isSetForYarn(yarn, yarnName, root, env)) continue;
    result[variable] = value;
  }
  const registry = result.YARN_NPM_REGISTRY_SERVER;
  if (registry?.startsWith('http://')) {
    // Yarn refuses plain http unless told; npm of this person uses it.
    result.YARN_UNSAFE_HTTP_WHITELIST = new URL(registry).hostname;
  }
  return result;
}

function isSetForYarn(yarn, name, root, env) {
  const answer = ask(yarn, ['config', name, '--json'], root, env);
  try {
    return JSON.parse(answer).source !== '<default>';
  } catch {
    return false;
  }
}

function ask({ command, args }, more, cwd, env) {
  const answer = spawnSync(command, [...args, ...more], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return answer.status === 0 ? answer.stdout.trim() : '';
}
