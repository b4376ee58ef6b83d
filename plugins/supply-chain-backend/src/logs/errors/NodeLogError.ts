import type { LogTarget } from '../LogTarget';

/** The node's own words for a log that it does not have (kubelet kuberuntime_container.go, cri-client logs.go). */
const NO_LOG = /unable to retrieve container logs|no such file or directory/;

/**
 * The kubelet could not read the log on and wrote why into it, under a status that says that all was well. Its words stay
 * here: they hold paths of the node.
 */
export class NodeLogError extends Error {
  /** There is no such log on the node; else it may be read later. */
  readonly isGone: boolean;

  constructor({ cluster, namespace, pod, container }: LogTarget, said: string) {
    const isGone = NO_LOG.test(said);
    super(
      `The node of pod ${namespace}/${pod} on cluster ${cluster} ${
        isGone ? 'has no log' : 'could not read the log on'
      } of container ${container}${
        isGone
          ? ': it was removed there'
          : '. When it goes on like this, the node has too few file watches or a full disk'
      }`,
    );
    this.name = 'NodeLogError';
    this.isGone = isGone;
  }
}
