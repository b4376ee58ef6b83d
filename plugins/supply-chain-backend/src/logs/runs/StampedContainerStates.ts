import type { PodObject } from '../../model/objects/PodObject';
import { readPod } from '../../model/objects/readPod';
import type { StampedObjects } from '../../service/stamped/StampedObjects';
import type { StampedSource } from '../../service/stamped/StampedSource';
import type { ContainerStates } from '../ContainerStates';
import type { LogTarget } from '../LogTarget';
import { stateInPod } from '../stateInPod';
import { podQuery } from './podQuery';

/** The states of containers out of pods that are watched only as long as somebody reads their logs. */
export class StampedContainerStates implements ContainerStates {
  readonly #stamped: Pick<StampedObjects, 'look' | 'onChange'>;
  readonly #source: StampedSource | undefined;

  constructor(
    stamped: Pick<StampedObjects, 'look' | 'onChange'>,
    source: StampedSource | undefined,
  ) {
    this.#stamped = stamped;
    this.#source = source;
  }

  of(target: LogTarget): ReturnType<ContainerStates['of']> {
    const { cluster, namespace, pod: name } = target;
    const pod = this.#pod(cluster, namespace, name);
    return typeof pod === 'string' ? pod : stateInPod(pod, target);
  }

  uid(cluster: string, namespace: string, name: string): string | undefined {
    const pod = this.#pod(cluster, namespace, name);
    return typeof pod === 'string' ? undefined : pod.meta.uid;
  }

  onChange(
    cluster: string,
    namespace: string,
    listener: () => void,
  ): () => void {
    return this.#stamped.onChange(query => {
      if (query.cluster === cluster && query.namespace === namespace)
        listener();
    });
  }

  #pod(
    cluster: string,
    namespace: string,
    name: string,
  ): PodObject | 'gone' | 'unknown' {
    const query = podQuery(cluster, namespace, name);
    const { objects, problem } = this.#stamped.look(query, this.#source);
    const [raw] = objects;
    if (raw === undefined) return problem ? 'unknown' : 'gone';
    try {
      return readPod(raw);
    } catch {
      return 'unknown';
    }
  }
}
