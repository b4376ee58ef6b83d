import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A Build made by hand: no Image of kpack would make another. */
export class NoImageToRebuild extends Error {
  constructor(build: ObjectRef) {
    super(
      `Build ${build.namespace}/${build.name} on cluster ${build.cluster} belongs to no kpack Image, so nothing rebuilds it: make another Build`,
    );
    this.name = 'NoImageToRebuild';
  }
}
