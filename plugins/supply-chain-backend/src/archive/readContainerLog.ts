import type { Clock } from '../clock/Clock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { ContainerWaiting } from '../clusters/errors/ContainerWaiting';
import { NotFound } from '../clusters/errors/NotFound';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LogRequest } from '../clusters/LogRequest';
import { MeasuredLog } from './MeasuredLog';

/**
 * Milliseconds for which the end of a container is waited for whose pod is being deleted. Ten times what Kubernetes gives a
 * pod to end (30 s); a pod of a node that is lost stays for ever, and must not hold up all others of its cluster.
 */
export const LONGEST_END_MS = 5 * 60_000;

/**
 * A container's log with timestamps, or why there is none to be had. Throws what may pass: the cluster is not reachable, or
 * has too much to do.
 */
export async function readContainerLog(
  { api, clock }: { api: Pick<KubernetesApi, 'log'>; clock: Clock },
  request: Omit<LogRequest, 'timestamps'>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<MeasuredLog | 'pod-gone' | 'refused' | 'unreadable'> {
  const limit = limited(request, clock, signal);
  try {
    const bytes = await api.log({ ...request, timestamps: true }, limit.signal);
    return new MeasuredLog(closing(bytes, limit.end), maxBytes);
  } catch (error) {
    limit.end();
    if (error instanceof NotFound) return 'pod-gone';
    if (error instanceof AccessDenied) return 'refused';
    if (error instanceof ContainerWaiting) return 'unreadable';
    throw error;
  }
}

/** A log that is over comes to its end by itself; one that is followed may not. */
function limited(
  { cluster, namespace, pod: name, follow }: Omit<LogRequest, 'timestamps'>,
  clock: Clock,
  signal: AbortSignal,
): { readonly signal: AbortSignal; readonly end: () => void } {
  if (!follow) return { signal, end: () => {} };
  const [late, done] = [new AbortController(), new AbortController()];
  const asked = { cluster, namespace, name };
  clock.sleep(LONGEST_END_MS, AbortSignal.any([signal, done.signal])).then(
    () =>
      late.abort(
        new ConnectionLost({ ...asked, verb: 'get', resource: 'pods/log' }),
      ),
    () => undefined,
  );
  return {
    signal: AbortSignal.any([signal, late.signal]),
    end: () => done.abort(),
  };
}

async function* closing(
  bytes: AsyncIterable<Uint8Array>,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    end();
  }
}
