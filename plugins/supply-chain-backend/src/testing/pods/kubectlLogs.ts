import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import { plainFetch } from '../plainFetch';
import type { PodsUnderTest } from './PodsUnderTest';

/** More than any log here. */
const MOST_BYTES = 64 * 1024 * 1024;

const kubectl = findProgram('kubectl');
if (!kubectl) {
  // eslint-disable-next-line no-console -- who reads the result must know what it was compared with
  console.warn(
    'THERE IS NO kubectl ON THE PATH: logs are compared with the answer of pods/log, which is what it would print',
  );
}

/** What `kubectl logs -c container` prints. */
export async function kubectlLogs(
  { secureUrl, token }: PodsUnderTest,
  {
    namespace,
    pod,
    container,
    timestamps = false,
  }: {
    readonly namespace: string;
    readonly pod: string;
    readonly container: string;
    readonly timestamps?: boolean;
  },
): Promise<Buffer> {
  if (!kubectl) {
    const query = `container=${container}&timestamps=${timestamps}`;
    const answer = await plainFetch(
      `${secureUrl}/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    if (answer.status !== 200) throw new Error(await answer.text());
    return Buffer.from(await answer.arrayBuffer());
  }
  const { stdout } = await promisify(execFile)(
    kubectl,
    [
      ...['--kubeconfig=/dev/null', `--server=${secureUrl}`],
      ...[`--token=${token}`, '--insecure-skip-tls-verify'],
      ...['logs', `--namespace=${namespace}`, pod, '-c', container],
      `--timestamps=${timestamps}`,
    ],
    { encoding: 'buffer', maxBuffer: MOST_BYTES },
  );
  return stdout;
}
