import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The Build that was named is not the newest of its Image any more: its caller decided on something old. */
export class NewerBuild extends Error {
  constructor(asked: ObjectRef, newest: string) {
    super(
      `Build ${asked.namespace}/${asked.name} on cluster ${asked.cluster} is not the newest of its Image any more: ${newest} is. Look at it first`,
    );
    this.name = 'NewerBuild';
  }
}
