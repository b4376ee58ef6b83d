import type { ArchivedLogKey } from './ArchivedLogKey';

/** An archive has no log under this key. Told by its name: the class may come from another copy of the package. */
export class LogNotArchived extends Error {
  constructor({ cluster, namespace, build, container }: ArchivedLogKey) {
    super(
      `The archive has no log of container ${container} of the build with uid ${build} in namespace ${namespace} of cluster ${cluster}`,
    );
    this.name = 'LogNotArchived';
  }

  static is(error: unknown): boolean {
    return error instanceof Error && error.name === 'LogNotArchived';
  }
}
