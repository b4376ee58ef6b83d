import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The pod of the build is gone and its logs with it. */
export class LogsGone extends Error {
  constructor(build: ObjectRef) {
    super(
      `The logs of build ${build.namespace}/${build.name} on cluster ${build.cluster} are gone: Kubernetes keeps them as long as the build's pod, and it is no longer there`,
    );
    this.name = 'LogsGone';
  }
}
