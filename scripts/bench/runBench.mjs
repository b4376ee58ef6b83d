import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { prepare } from '../setup/prepare.mjs';

/** Runs one of bench/'s scripts with the Node and the packages of this repository; answers with its exit code. */
export function runBench(script) {
  return async ({ root, args, env, stderr, signal }) => {
    const place = await prepare({
      root,
      env,
      out: stderr,
      signal,
      withApp: false,
    });
    const child = spawn(
      place.node,
      ['--no-warnings', join(root, 'bench', script), ...args],
      { cwd: root, env: place.env, stdio: 'inherit', signal },
    );
    const [code] = await once(child, 'exit');
    return code ?? 1;
  };
}
