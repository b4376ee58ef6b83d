import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup/SetupError.mjs';
import { installDebianPackages } from './installDebianPackages.mjs';
import { limited } from './limited.mjs';

const INSTALLED = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Milliseconds for a browser to say its version. */
const ANSWER_MS = 20_000;

/**
 * A Chromium that runs: named by CHROME_PATH, else an installed one, else Playwright's own, else Debian's.
 * Throws when none can be had: the browser tests are not skipped.
 * @param {{ root: string, node: string, env: NodeJS.ProcessEnv, logs: string, signal: AbortSignal, at: (what: string) => void }} options
 * @returns {Promise<string>} its path
 */
export async function findBrowser(options) {
  const { env } = options;
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH, env)) return env.CHROME_PATH;
    throw new SetupError(
      `CHROME_PATH is ${env.CHROME_PATH}, and that does not run.`,
      'Let it name a Chromium or Chrome, or unset it.',
    );
  }
  const tried = [];
  for (const way of [installed, playwrights, debians]) {
    const browser = await way(options, tried);
    if (browser) return browser;
  }
  throw new SetupError(
    `The browser tests need a Chromium or Chrome and none could be had:\n${tried
      .map(line => `- ${line}`)
      .join('\n')}`,
    'Install one (Debian: apt-get install chromium), or set CHROME_PATH to one, then run the command again.',
  );
}

async function installed({ env }, tried) {
  const found = INSTALLED.map(name => which(name, env)).find(
    path => path && runs(path, env),
  );
  if (!found) tried.push(`none is installed (${INSTALLED.join(', ')})`);
  return found;
}

async function playwrights({ root, node, env, logs, signal, at }, tried) {
  const path = () => {
    const print = `process.stdout.write(require('playwright-core').chromium.executablePath())`;
    return spawnSync(node, ['-e', print], { cwd: root, encoding: 'utf8' })
      .stdout;
  };
  if (runs(path(), env)) return path();
  at("downloading Playwright's Chromium");
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const failure = await limited({
    what: "Downloading Playwright's Chromium",
    command: node,
    args: [cli, 'install', 'chromium'],
    cwd: root,
    env,
    logFile: join(logs, 'playwright-install.log'),
    signal,
  });
  if (!failure && runs(path(), env)) return path();
  tried.push(
    `Playwright's own: ${
      failure ?? 'it does not run here (libraries of the system are missing)'
    }`,
  );
  return undefined;
}

async function debians({ root, env, logs, signal, at }, tried) {
  at("installing Debian's Chromium");
  const packages = ['chromium'];
  const place = { root, env, logs, signal };
  const failure = await installDebianPackages({ ...place, packages });
  const path = which('chromium', env);
  if (!failure && path && runs(path, env)) return path;
  tried.push(`Debian's package: ${failure ?? 'it does not run here'}`);
  return undefined;
}

function which(name, env) {
  if (name.startsWith('/')) return existsSync(name) ? name : undefined;
  return (env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, name))
    .find(path => existsSync(path));
}

/** Also false for what only looks like a browser: Ubuntu's `chromium-browser` that asks to install a snap, a binary without its libraries. */
function runs(path, env) {
  if (!path) return false;
  const answer = spawnSync(path, ['--version'], { env, timeout: ANSWER_MS });
  return answer.status === 0;
}
