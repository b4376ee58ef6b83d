import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { backstageCli } from '../setup/backstageCli.mjs';
import { prepare } from '../setup/prepare.mjs';

/** Test files, by the folder of their package: what a Kubernetes API does, and what we make of what it does. */
const SUITES = [
  ['packages/demo-cluster', 'src/contract'],
  ['plugins/supply-chain-backend', 'src/watch/faults/server.contract.test.ts'],
  ['plugins/supply-chain-backend', 'src/access/clusterRole.contract.test.ts'],
  ['plugins/supply-chain-backend', 'src/logs/liveLogs.contract.test.ts'],
  ['plugins/supply-chain-backend', 'src/logs/podShapes.contract.test.ts'],
];

/**
 * The same tests, run against the demo cluster always and against a real API server
 * when KUBE_API_URL and KUBE_API_TOKEN are set; answers with Jest's first exit code that is not 0.
 */
export async function runContract({ root, args, env, stderr, signal }) {
  const place = await prepare({
    root,
    env,
    out: stderr,
    signal,
    withApp: false,
  });
  stderr.write(
    env.KUBE_API_URL
      ? `Against the demo cluster and against KUBE_API_URL.\n`
      : `Against the demo cluster. Set KUBE_API_URL and KUBE_API_TOKEN for a real API server too.\n`,
  );
  let failed = 0;
  for (const [folder, tests] of SUITES) {
    const child = spawn(
      place.node,
      [backstageCli(root), 'package', 'test', '--watch=false', tests, ...args],
      {
        cwd: join(root, folder),
        env: place.env,
        stdio: 'inherit',
        signal,
      },
    );
    const [code] = await once(child, 'exit');
    failed ||= code ?? 1;
  }
  return failed;
}
