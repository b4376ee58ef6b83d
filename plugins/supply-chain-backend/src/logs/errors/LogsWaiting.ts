import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Nothing has been written yet. */
export class LogsWaiting extends Error {
  constructor(build: ObjectRef, step?: string) {
    const which = step === undefined ? 'Its first step' : `Its step ${step}`;
    super(
      `Build ${build.namespace}/${build.name} on cluster ${build.cluster} has no such log yet. ${which} waits to start: follow the log, or ask again later`,
    );
    this.name = 'LogsWaiting';
  }
}
