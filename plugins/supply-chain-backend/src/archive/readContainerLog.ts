import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ContainerWaiting } from '../clusters/errors/ContainerWaiting';
import { NotFound } from '../clusters/errors/NotFound';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LogRequest } from '../clusters/LogRequest';
import { MeasuredLog } from './MeasuredLog';

/**
 * A container's log with timestamps, or why there is none to be had. Throws what may pass: the cluster is not reachable, or
 * has too much to do.
 */
export async function readContainerLog(
  api: Pick<KubernetesApi, 'log'>,
  request: Omit<LogRequest, 'timestamps'>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<MeasuredLog | 'pod-gone' | 'refused' | 'unreadable'> {
  try {
    const bytes = await api.log({ ...request, timestamps: true }, signal);
    return new MeasuredLog(bytes, maxBytes);
  } catch (error) {
    if (error instanceof NotFound) return 'pod-gone';
    if (error instanceof AccessDenied) return 'refused';
    if (error instanceof ContainerWaiting) return 'unreadable';
    throw error;
  }
}
