import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { appMadeFrom } from './appMadeFrom.mjs';
import { buildApp } from './buildApp.mjs';
import { findNode } from './findNode.mjs';
import { findYarn, YARN_VERSION } from './findYarn.mjs';
import { installPackages } from './installPackages.mjs';
import { nodePackageName } from './nodePackageName.mjs';
import { npmPackage } from './npmPackage.mjs';
import { packagesMadeFrom } from './packagesMadeFrom.mjs';
import { packagesWork } from './packagesWork.mjs';
import { Progress } from './Progress.mjs';
import { SetupError } from './SetupError.mjs';
import { SetupLock } from './SetupLock.mjs';
import { Stamp } from './Stamp.mjs';
import { yarnRecord } from './yarnRecord.mjs';

/**
 * Gets what is missing, in order: Node, Yarn, packages, the built app. What is there and
 * right is left alone; what broke off half-way is made anew.
 * @param {{ root: string, env: NodeJS.ProcessEnv, out: NodeJS.WriteStream, signal: AbortSignal, withApp: boolean }} options
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv, logs: string }>} the Node to run with, and the environment that puts it first
 */
export async function prepare({ root, env, out, signal, withApp }) {
  const setupDir = join(root, '.setup');
  const logs = join(setupDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const lock = new SetupLock(join(setupDir, 'lock'));
  const unlock = await lock.take(
    pid => out.write(`Waiting for another set-up (process ${pid}) to end.\n`),
    signal,
  );
  try {
    const stamp = new Stamp(join(setupDir, 'stamp.json'));
    const known = findNode({ setupDir });
    const packagesMissing =
      !known ||
      !stamp.holds('packages', packagesMadeFrom(root, known)) ||
      !packagesWork(root, known);
    const appMissing = withApp && !stamp.holds('app', appMadeFrom(root));
    const yarnKnown =
      known && packagesMissing
        ? findYarn({ setupDir, node: known, root, env: nodeFirst(env, known) })
        : undefined;

    const steps = [
      !known,
      packagesMissing && !yarnKnown,
      packagesMissing,
      appMissing,
    ].filter(Boolean).length;
    const progress = new Progress(out, steps);
    const base = { root, logs, signal };

    const node =
      known ?? (await fetchNode({ ...base, env, setupDir, progress }));
    const withNode = nodeFirst(env, node);
    if (packagesMissing) {
      const yarn =
        yarnKnown ??
        (await fetchYarn({ ...base, env: withNode, setupDir, node, progress }));
      const relink = stamp.brokeOff('packages') || !packagesWork(root, node);
      stamp.begin('packages');
      // Yarn believes its record of the last install: it would not miss what was lost since.
      if (relink) rmSync(yarnRecord(root), { force: true });
      await progress.step('Packages', at =>
        installPackages({ ...base, env: withNode, node, yarn, at }),
      );
      stamp.finish('packages', packagesMadeFrom(root, node));
    }
    if (appMissing) {
      stamp.begin('app');
      await progress.step('The app', at => {
        at('building it, about 1 min');
        return buildApp({ ...base, env: withNode, node });
      });
      stamp.finish('app', appMadeFrom(root));
    }
    return { node: node.bin, env: withNode, logs };
  } finally {
    unlock();
  }
}

async function fetchNode({ setupDir, progress, ...options }) {
  const name = nodePackageName();
  const into = join(setupDir, 'node');
  await progress.step(
    `Node 24 from npm (${name}; this is ${process.version})`,
    () => npmPackage({ ...options, name, version: '24', into }),
  );
  const node = findNode({ setupDir });
  if (!node) {
    rmSync(into, { recursive: true, force: true });
    throw new SetupError(
      `npm's package ${name}@24 holds no Node that runs here.`,
      'Install Node 24 in another way and run the command with it.',
    );
  }
  return node;
}

async function fetchYarn({ setupDir, node, progress, ...options }) {
  const name = '@yarnpkg/cli-dist';
  const into = join(setupDir, 'yarn');
  await progress.step(`Yarn ${YARN_VERSION} from npm`, () =>
    npmPackage({ ...options, name, version: YARN_VERSION, into }),
  );
  const yarn = findYarn({
    setupDir,
    node,
    root: options.root,
    env: options.env,
  });
  if (!yarn) {
    throw new SetupError(
      `npm's package ${name}@${YARN_VERSION} does not run here.`,
      `Install Yarn ${YARN_VERSION} in another way, so that \`yarn --version\` says so, and run the command again.`,
    );
  }
  return yarn;
}

/** Children find the right `node` first, whatever else is on PATH. */
function nodeFirst(env, node) {
  return {
    ...env,
    PATH: [dirname(node.bin), env.PATH].filter(Boolean).join(delimiter),
  };
}
