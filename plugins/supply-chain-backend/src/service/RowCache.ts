import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadObject } from '../model/objects/WorkloadObject';

interface Entry {
  readonly version: string;
  /** By namespace and name: the object itself is another one each time that it is asked for. */
  readonly rows: Map<string, WorkloadRow>;
}

/** Rows of each cluster as derived from one version of the copy; another version starts afresh. */
export class RowCache {
  readonly #clusters = new Map<string, Entry>();

  row(
    cluster: string,
    version: string,
    workload: WorkloadObject,
    derive: () => WorkloadRow,
  ): WorkloadRow {
    let entry = this.#clusters.get(cluster);
    if (entry?.version !== version) {
      entry = { version, rows: new Map() };
      this.#clusters.set(cluster, entry);
    }
    const key = `${workload.meta.namespace}/${workload.meta.name}`;
    const known = entry.rows.get(key);
    if (known) return known;
    const row = derive();
    entry.rows.set(key, row);
    return row;
  }

  /** Forgets clusters that are gone. */
  keepOnly(clusters: readonly string[]): void {
    for (const name of this.#clusters.keys()) {
      if (!clusters.includes(name)) this.#clusters.delete(name);
    }
  }
}
