/** The kubernetes plugin did not say which clusters there are. */
export class ClusterListFailed extends Error {
  readonly because = 'cluster-list-failed';

  constructor(
    /** HTTP status; absent when there was no answer. */
    readonly status: number | undefined,
  ) {
    super(
      status === undefined
        ? 'The kubernetes plugin of this Backstage does not answer: is @backstage/plugin-kubernetes-backend installed?'
        : `The kubernetes plugin of this Backstage does not list its clusters (status ${status}): ${advice(
            status,
          )}`,
    );
    this.name = 'ClusterListFailed';
  }
}

function advice(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return 'allow the permission kubernetes.clusters.read to the plugin supply-chain';
    case 404:
      return 'is @backstage/plugin-kubernetes-backend installed, and `kubernetes` in app-config?';
    default:
      return 'see the log of the kubernetes plugin';
  }
}
