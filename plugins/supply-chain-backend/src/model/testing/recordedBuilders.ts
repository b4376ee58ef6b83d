import type { BuilderView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { builderNames } from '../builders/builderNames';
import { builderView } from '../builders/builderView';
import { describeImage } from '../builders/describeImage';
import { imageRollout } from '../builders/imageRollout';
import type { BuilderObject } from '../objects/BuilderObject';
import type { RecordedCluster } from './RecordedCluster';

/** The page of every builder of a recorded moment, by `kind/name`. */
export function recordedBuilders(
  cluster: RecordedCluster,
): ReadonlyMap<string, BuilderView> {
  const around = cluster.around();
  const facts = cluster
    .all('images.kpack.io')
    .map(image => describeImage(image, around));
  const pages = (kind: 'ClusterBuilder' | 'Builder', all: BuilderObject[]) =>
    all.map(builder => {
      const parts = {
        stack: cluster.get('clusterstacks.kpack.io', '', builder.stack ?? ''),
        store: cluster.get('clusterstores.kpack.io', '', builder.store ?? ''),
        lifecycle: cluster.get(
          'clusterlifecycles.kpack.io',
          '',
          builder.lifecycle ?? '',
        ),
      };
      const names = builderNames(builder, parts.stack);
      const { meta } = builder;
      const images = facts
        .filter(
          each =>
            each.builder.kind === kind &&
            each.builder.name === meta.name &&
            (kind === 'ClusterBuilder' || each.namespace === meta.namespace),
        )
        .map(each => ({
          facts: each,
          ...{ builder, names },
          view: imageRollout(each, around.cluster, builder, names),
        }));
      const view = builderView({
        ...{ cluster: around.cluster, stale: false, builder, parts, images },
        problems: [],
      });
      return [`${kind}/${meta.name}`, view] as const;
    });
  return new Map([
    ...pages('ClusterBuilder', cluster.all('clusterbuilders.kpack.io')),
    ...pages('Builder', cluster.all('builders.kpack.io')),
  ]);
}
