import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** There is no such object, or the caller may not know that there is: the words are the same. */
export class NoSuchObject extends Error {
  constructor(readonly what: string, readonly ref: ObjectRef) {
    super(
      `${what} ${ref.namespace}/${ref.name} was not found on cluster ${ref.cluster}`,
    );
    this.name = 'NoSuchObject';
  }
}
