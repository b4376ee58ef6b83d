import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogSource } from '../api/LogSource';

/** An image built from a Dockerfile is the run of a task: its object is a TaskRun, not a Build. */
const TASK_RUNS = 'taskruns.tekton.dev';

/** What wrote the log of an image build. */
export function logSourceOf({
  engine,
  ref: { cluster, namespace, name },
}: Pick<BuildView, 'engine' | 'ref'>): LogSource {
  const ref = { cluster, namespace, name };
  return engine === 'dockerfile'
    ? { kind: 'run', ref, resource: TASK_RUNS }
    : { kind: 'build', ref };
}
