import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The pod is gone, and the archive, which may have the logs, cannot be read now. */
export class ArchiveUnavailable extends Error {
  constructor({ cluster, namespace, name }: ObjectRef) {
    super(
      `The log archive cannot be read now: whether it has the logs of build ${namespace}/${name} on cluster ${cluster} is not known. Ask again in a minute`,
    );
    this.name = 'ArchiveUnavailable';
  }
}
