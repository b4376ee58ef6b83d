import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { backstageCli } from '../setup/backstageCli.mjs';
import { prepare } from '../setup/prepare.mjs';

/**
 * One suite, run against the demo cluster always and against a real API server
 * when KUBE_API_URL and KUBE_API_TOKEN are set; answers with Jest's exit code.
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
  const child = spawn(
    place.node,
    [
      backstageCli(root),
      ...['package', 'test', '--watch=false', 'src/contract'],
      ...args,
    ],
    {
      cwd: join(root, 'packages', 'demo-cluster'),
      env: place.env,
      stdio: 'inherit',
      signal,
    },
  );
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
