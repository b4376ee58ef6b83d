import type { LogTarget } from './LogTarget';

/** What the live copy says of the containers of pods. */
export interface ContainerStates {
  /** `gone`: the pod, or this one of its name, is not there any more. */
  of(target: LogTarget): 'waiting' | 'running' | 'ended' | 'gone' | 'unknown';
  /** Of the pod that has this name now. */
  uid(cluster: string, namespace: string, pod: string): string | undefined;
  /** Tells that something in this namespace has changed. */
  onChange(
    cluster: string,
    namespace: string,
    listener: () => void,
  ): () => void;
}
