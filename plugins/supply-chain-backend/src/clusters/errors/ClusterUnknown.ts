/** The kubernetes plugin has no cluster of this name (any more). */
export class ClusterUnknown extends Error {
  readonly because = 'cluster-unknown';

  constructor(readonly cluster: string) {
    super(`The kubernetes plugin has no cluster named ${cluster}`);
    this.name = 'ClusterUnknown';
  }
}
