import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LoggedWhat } from '../LoggedWhat';

/** The pod of the build, or of the run, is gone and its logs with it. */
export class LogsGone extends Error {
  constructor(ref: ObjectRef, what: LoggedWhat = 'build') {
    super(
      `The logs of ${what} ${ref.namespace}/${ref.name} on cluster ${ref.cluster} are gone: Kubernetes keeps them as long as the ${what}'s pod, and it is no longer there`,
    );
    this.name = 'LogsGone';
  }
}
