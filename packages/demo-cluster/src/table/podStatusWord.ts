import { isRecord, records } from '../records.ts';

interface PodSummary {
  readonly status: string;
  readonly ready: number;
  readonly total: number;
  readonly restarts: number;
}

/** STATUS, READY and RESTARTS of a pod as kubectl shows them; a port of printPod (k8s.io/kubernetes/pkg/printers/internalversion). */
export function podStatusWord(pod: Record<string, unknown>): PodSummary {
  const status = isRecord(pod.status) ? pod.status : {};
  const spec = isRecord(pod.spec) ? pod.spec : {};
  const metadata = isRecord(pod.metadata) ? pod.metadata : {};
  const initSpecs = records(spec.initContainers);
  let word = text(status.reason) || text(status.phase) || 'Unknown';
  let restarts = 0;
  let initializing = false;
  for (const [i, container] of records(
    status.initContainerStatuses,
  ).entries()) {
    restarts += number(container.restartCount);
    const { waiting, terminated } = stateOf(container);
    if (terminated && number(terminated.exitCode) === 0) continue;
    if (container.started === true && initSpecs[i]?.restartPolicy === 'Always')
      continue;
    if (terminated)
      word = text(terminated.reason)
        ? `Init:${text(terminated.reason)}`
        : `Init:${exit(terminated)}`;
    else if (text(waiting?.reason) && waiting?.reason !== 'PodInitializing')
      word = `Init:${text(waiting?.reason)}`;
    else word = `Init:${i}/${initSpecs.length}`;
    initializing = true;
    break;
  }
  let ready = 0;
  if (!initializing) {
    let running = false;
    restarts = 0;
    for (const container of records(status.containerStatuses).reverse()) {
      restarts += number(container.restartCount);
      const state = stateOf(container);
      if (text(state.waiting?.reason)) word = text(state.waiting?.reason);
      else if (state.terminated)
        word = text(state.terminated.reason) || exit(state.terminated);
      else if (container.ready === true && state.running) {
        running = true;
        ready += 1;
      }
    }
    if (word === 'Completed' && running)
      word = isReady(status) ? 'Running' : 'NotReady';
  }
  if (metadata.deletionTimestamp && status.reason === 'NodeLost')
    word = 'Unknown';
  else if (
    metadata.deletionTimestamp &&
    status.phase !== 'Succeeded' &&
    status.phase !== 'Failed'
  )
    word = 'Terminating';
  return {
    status: word,
    ready,
    total: records(spec.containers).length,
    restarts,
  };
}

function stateOf(container: Record<string, unknown>) {
  const state = isRecord(container.state) ? container.state : {};
  return {
    waiting: isRecord(state.waiting) ? state.waiting : undefined,
    running: isRecord(state.running) ? state.running : undefined,
    terminated: isRecord(state.terminated) ? state.terminated : undefined,
  };
}

function exit(terminated: Record<string, unknown>): string {
  return number(terminated.signal) !== 0
    ? `Signal:${number(terminated.signal)}`
    : `ExitCode:${number(terminated.exitCode)}`;
}

function isReady(status: Record<string, unknown>): boolean {
  return records(status.conditions).some(
    condition => condition.type === 'Ready' && condition.status === 'True',
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
