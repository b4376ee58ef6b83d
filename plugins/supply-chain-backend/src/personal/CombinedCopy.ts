import type { ClusterState } from '../watch/ClusterState';
import type { CopyChange } from '../watch/CopyChange';
import type { KindCopy } from '../watch/KindCopy';
import type { LiveCopy } from '../watch/LiveCopy';
import type { WatchedKind } from '../watch/WatchedKind';
import type { PersonalCopy } from './PersonalCopy';

/** Everything that one person reads: everybody's clusters, and those that their own tokens open in place of their names. */
export class CombinedCopy implements LiveCopy {
  constructor(
    private readonly shared: LiveCopy,
    private readonly personal: PersonalCopy,
  ) {}

  clusters(): readonly ClusterState[] {
    const shared = this.shared.clusters();
    const own = this.personal.clusters();
    if (own.length === 0) return shared;
    const personal = new Map(own.map(cluster => [cluster.name, cluster]));
    return shared.map(cluster => personal.get(cluster.name) ?? cluster);
  }

  problem(): string | undefined {
    return this.shared.problem();
  }

  kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T> {
    return this.personal.has(cluster)
      ? this.personal.kind(cluster, kind)
      : this.shared.kind(cluster, kind);
  }

  onChange(listener: (change: CopyChange) => void): () => void {
    const leave = [this.shared, this.personal].map(copy =>
      copy.onChange(listener),
    );
    return () => leave.forEach(each => each());
  }

  touch(): void {
    this.shared.touch();
    this.personal.touch();
  }

  async ready(signal: AbortSignal, maxMs: number): Promise<void> {
    await this.shared.ready(signal, maxMs);
  }

  current(
    signal: AbortSignal,
    maxMs: number,
    cluster: string | undefined,
  ): Promise<void> {
    return this.personal.current(signal, maxMs, cluster);
  }
}
