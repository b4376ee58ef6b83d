import type { PodObject } from '../model/objects/PodObject';
import { watchedKinds } from '../service/watchedKinds';
import type { LiveCopy } from '../watch/LiveCopy';
import type { WatchedKind } from '../watch/WatchedKind';
import type { ContainerStates } from './ContainerStates';
import type { LogTarget } from './LogTarget';
import { stateInPod } from './stateInPod';

/** The states of containers out of the live copy's pods. */
export class LiveContainerStates implements ContainerStates {
  readonly #copy: LiveCopy;
  readonly #pods: WatchedKind<PodObject>;

  constructor(copy: LiveCopy, pods: WatchedKind<PodObject> = watchedKinds.pod) {
    this.#copy = copy;
    this.#pods = pods;
  }

  of(target: LogTarget): ReturnType<ContainerStates['of']> {
    const { cluster, namespace, pod: name } = target;
    const pods = this.#copy.kind(cluster, this.#pods);
    const pod = pods.get(namespace, name);
    if (!pod) return pods.health.state === 'fresh' ? 'gone' : 'unknown';
    return stateInPod(pod, target);
  }

  uid(cluster: string, namespace: string, pod: string): string | undefined {
    return this.#copy.kind(cluster, this.#pods).get(namespace, pod)?.meta.uid;
  }

  onChange(
    cluster: string,
    namespace: string,
    listener: () => void,
  ): () => void {
    return this.#copy.onChange(change => {
      if (change.what === 'clusters') listener();
      else if (change.cluster !== cluster) return;
      else if (change.what === 'health') listener();
      else if (change.keys.some(key => key.startsWith(`${namespace}/`))) {
        listener();
      }
    });
  }
}
