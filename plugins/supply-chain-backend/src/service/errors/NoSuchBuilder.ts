import type { BuilderRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** There is no such builder, or the caller may not know that there is: the words are the same. */
export class NoSuchBuilder extends Error {
  constructor(readonly ref: BuilderRef) {
    const name =
      ref.kind === 'Builder' ? `${ref.namespace}/${ref.name}` : ref.name;
    super(`${ref.kind} ${name} was not found on cluster ${ref.cluster}`);
    this.name = 'NoSuchBuilder';
  }
}
