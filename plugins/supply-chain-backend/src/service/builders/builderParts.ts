import type {
  BuilderRow,
  BuildersAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { lifecycleView } from '../../model/builders/lifecycleView';
import { stackView } from '../../model/builders/stackView';
import { storeView } from '../../model/builders/storeView';
import type { LiveCopy } from '../../watch/LiveCopy';
import { watchedKinds } from '../watchedKinds';

type Parts = Pick<BuildersAnswer, 'stacks' | 'stores' | 'lifecycles'>;

/** Stacks, stores and lifecycles of some clusters, each with those of these builders that use it; only used ones when `usedOnly`. */
export function builderParts(
  clusters: readonly string[],
  copy: Pick<LiveCopy, 'kind'>,
  rows: readonly BuilderRow[],
  usedOnly: boolean,
): Parts {
  const { clusterLifecycle, clusterStack, clusterStore } = watchedKinds;
  const isWanted = ({ usedBy }: { usedBy: readonly string[] }) =>
    !usedOnly || usedBy.length > 0;
  const users = (
    cluster: string,
    name: string,
    partOf: (row: BuilderRow) => string | undefined,
  ) =>
    rows.flatMap(row =>
      row.ref.cluster === cluster && partOf(row) === name
        ? nameOf(row.ref)
        : [],
    );
  return {
    stacks: clusters.flatMap(cluster =>
      [...copy.kind(cluster, clusterStack).all()]
        .sort(byName)
        .map(each =>
          stackView(
            cluster,
            each,
            users(cluster, each.meta.name, row => row.stack.name),
          ),
        )
        .filter(isWanted),
    ),
    stores: clusters.flatMap(cluster =>
      [...copy.kind(cluster, clusterStore).all()]
        .sort(byName)
        .map(each =>
          storeView(
            cluster,
            each,
            users(cluster, each.meta.name, row => row.store),
          ),
        )
        .filter(isWanted),
    ),
    lifecycles: clusters.flatMap(cluster =>
      [...copy.kind(cluster, clusterLifecycle).all()]
        .sort(byName)
        .map(each =>
          lifecycleView(
            cluster,
            each,
            users(cluster, each.meta.name, row => row.lifecycle.name),
          ),
        )
        .filter(isWanted),
    ),
  };
}

function nameOf(ref: BuilderRow['ref']): string {
  return ref.kind === 'Builder' ? `${ref.namespace}/${ref.name}` : ref.name;
}

type Named = { readonly meta: { readonly name: string } };

function byName({ meta: a }: Named, { meta: b }: Named): number {
  return a.name < b.name ? -1 : 1;
}
