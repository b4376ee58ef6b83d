import { join } from 'node:path';
import { backstageCli } from './backstageCli.mjs';
import { runStep } from './runStep.mjs';

/** Builds the app that the backend of the demo serves. */
export async function buildApp({ root, node, env, logs, signal }) {
  await runStep({
    what: 'Building the app',
    command: node.bin,
    args: [backstageCli(root), 'package', 'build'],
    cwd: join(root, 'packages', 'app'),
    env,
    logFile: join(logs, 'app-build.log'),
    signal,
  });
}
