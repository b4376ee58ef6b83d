import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../setup/prepare.mjs';
import { Progress } from '../setup/Progress.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { findBrowser } from './findBrowser.mjs';
import { findServers } from './findServers.mjs';
import { freePorts } from './freePorts.mjs';
import { runStage } from './runStage.mjs';
import { stages } from './stages.mjs';

/** `npm test`: every stage, also after one that failed; answers with the exit code. `npm test -- NAME…` runs some. */
export async function runTests({ root, args, env, stdout, stderr, signal }) {
  const results = join(root, '.setup', 'results');
  mkdirSync(results, { recursive: true });
  const all = stages({ root, results, logs: join(root, '.setup', 'logs') });
  const chosen = choose(all, args);
  const withApp = chosen.some(stage => stage.browser);
  const place = await prepare({ root, env, out: stderr, signal, withApp });
  const testEnv = { ...place.env, CI: '1', FORCE_COLOR: '0' };

  const progress = new Progress(stderr, chosen.length);
  const total = { passed: 0, failed: 0 };
  let untested = '';
  for (const stage of chosen) {
    const { passed, failed, skipped, says } = await progress.step(
      stage.title,
      async at => {
        try {
          if (stage.servers) {
            untested = await findServers({ ...place, root, signal, at });
          }
          return await runStage(stage, {
            ...place,
            root,
            signal,
            env: stage.browser
              ? {
                  ...testEnv,
                  ...(await browserEnv({ ...place, root, signal, at })),
                }
              : testEnv,
            logFile: join(place.logs, `test-${stage.name}.log`),
          });
        } catch (error) {
          if (!(error instanceof SetupError)) throw error;
          const says = `${error.message}\n\n${error.advice}`;
          return { passed: 0, failed: 1, skipped: 0, says };
        }
      },
    );
    if (says) stderr.write(`${says}\n\n`);
    const also = skipped > 0 ? `, ${skipped} skipped` : '';
    stderr.write(`${stage.title}: ${passed} passed, ${failed} failed${also}\n`);
    total.passed += passed;
    total.failed += failed;
  }
  if (untested) stderr.write(`\n*** ${untested} ***\n\n`);
  stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

/** What playwright.config.ts reads: the browser, and ports for a demo of its own. */
async function browserEnv(options) {
  const browser = await findBrowser(options);
  const [port, build, run, control, registry] = await freePorts(5);
  return {
    CHROME_PATH: browser,
    E2E_PORT: String(port),
    E2E_PORT_BUILD: String(build),
    E2E_PORT_RUN: String(run),
    E2E_PORT_CONTROL: String(control),
    E2E_PORT_REGISTRY: String(registry),
  };
}

function choose(all, args) {
  const names = args.filter(arg => arg !== '--');
  const unknown = names.find(name => !all.some(stage => stage.name === name));
  if (unknown !== undefined) {
    throw new SetupError(
      `There is no stage "${unknown}".`,
      `Stages: ${all
        .map(stage => stage.name)
        .join(', ')}. Without a name all of them run.`,
    );
  }
  return names.length === 0
    ? all
    : all.filter(stage => names.includes(stage.name));
}
