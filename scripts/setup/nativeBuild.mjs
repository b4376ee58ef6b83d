import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { SetupError } from './SetupError.mjs';

/** Where better-sqlite3 offers compiled binaries of itself (its `repository` in package.json). */
const PREBUILT_HOST = { host: 'github.com', port: 443 };
/** Milliseconds to find out whether that host answers. Without this, a network that drops packets costs two minutes. */
const PROBE_MS = 3_000;
const TOOLS = [['python3'], ['make'], ['g++', 'c++', 'clang++']];

/**
 * How better-sqlite3, the only native package that the demo needs, gets here: as a ready binary, else compiled.
 * Says so before anything is downloaded when neither can work.
 * @returns {Promise<NodeJS.ProcessEnv>} variables for its install script
 */
export async function nativeBuild({
  headers,
  env,
  probe = prebuiltReachable,
  has = hasTool,
}) {
  const nodedir = headers ? { npm_config_nodedir: headers } : {};
  if (await probe()) return nodedir;
  const missing = TOOLS.filter(names => !names.some(name => has(name, env)));
  if (missing.length > 0) {
    throw new SetupError(
      `better-sqlite3, the database of the demo, must be compiled here, and ${missing
        .map(([name]) => name)
        .join(', ')} cannot be found.`,
      'Install python3, make and g++ (Debian: apt-get install python3 make g++; macOS: xcode-select --install), then run the command again. With access to github.com a ready binary is used instead.',
    );
  }
  return { ...nodedir, npm_config_build_from_source: 'true' };
}

/** Whether a connection to the host with ready binaries opens in time. */
function prebuiltReachable() {
  return new Promise(resolve => {
    const socket = connect(PREBUILT_HOST);
    const answer = reachable => {
      socket.destroy();
      resolve(reachable);
    };
    socket.setTimeout(PROBE_MS, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

function hasTool(name, env) {
  return spawnSync(name, ['--version'], { env }).status === 0;
}
