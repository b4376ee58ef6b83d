import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Somebody was faster: one rebuild is all that kpack will make of any number of questions. */
export class RebuildAsked extends Error {
  constructor(build: ObjectRef) {
    super(
      `A rebuild was already asked for on Build ${build.namespace}/${build.name} on cluster ${build.cluster}: it starts when that Build has ended and its builder is ready`,
    );
    this.name = 'RebuildAsked';
  }
}
