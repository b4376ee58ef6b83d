import type { ClusterState } from 'demo-cluster';
import { KP_KINDS, type KpKinds, type KpObject } from './KP_KINDS';

/** Objects of a cluster, read as kp reads them. */
export class KpObjects {
  constructor(private readonly state: ClusterState) {}

  all<K extends keyof KpKinds>(kind: K, plural: string = kind): KpObject<K>[] {
    return this.state
      .list({ group: 'kpack.io', plural })
      .items.map(object => KP_KINDS[kind].parse(object) as KpObject<K>);
  }

  one<K extends keyof KpKinds>(
    kind: K,
    name: string,
    namespace?: string,
    plural: string = kind,
  ): KpObject<K> {
    const found = this.all(kind, plural).find(
      each =>
        each.metadata.name === name && each.metadata.namespace === namespace,
    );
    if (!found) throw new Error(`The recording has no ${plural} ${name}`);
    return found;
  }
}
