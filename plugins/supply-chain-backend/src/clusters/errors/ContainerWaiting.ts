import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The container has no log yet: it waits to start. */
export class ContainerWaiting extends Error {
  readonly because = 'container-waiting';

  constructor(
    readonly asked: AskedFor,
    /** One word of the kubelet, for example PodInitializing, ContainerCreating, ImagePullBackOff. */
    readonly reason: string | undefined,
  ) {
    super(
      `The container waits to start (${
        reason ?? 'no reason given'
      }): ${describeAsked(asked)}`,
    );
    this.name = 'ContainerWaiting';
  }
}
