import type { KubernetesApi } from '../clusters/KubernetesApi';
import { isPassing } from './isPassing';
import { LineReader } from './LineReader';
import type { LogPlace } from './LogPlace';
import type { LogTarget } from './LogTarget';
import { timeOf } from './RawLine';
import { sinceOf } from './sinceOf';

/** Asks the cluster whether a line still is in a log. Undefined when it cannot be asked now. */
export async function placeIsThere(
  { at, count }: LogPlace,
  { cluster, namespace, pod, container }: LogTarget,
  api: Pick<KubernetesApi, 'log'>,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  try {
    const bytes = await api.log(
      {
        ...{ cluster, namespace, pod, container },
        ...{ timestamps: true, sinceTime: sinceOf(at) },
      },
      signal,
    );
    const reader = new LineReader();
    let left = count;
    for await (const chunk of bytes) {
      left -= reader.read(chunk).filter(line => timeOf(line) === at).length;
      if (left <= 0) return true;
    }
    return (
      left - reader.finish().filter(line => timeOf(line) === at).length <= 0
    );
  } catch (error) {
    signal.throwIfAborted();
    if (isPassing(error)) return undefined;
    throw error;
  }
}
