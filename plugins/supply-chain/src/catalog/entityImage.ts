import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { selectedName } from './selectedName';

/** The kpack Image that an entity speaks of; without a namespace or cluster it may be in any. */
export type EntityImage = {
  name: string;
  namespace?: string;
  cluster?: string;
};

/** For teams with kpack alone: by the annotation with its name, or a selector on the label that kpack puts on its builds. */
export function entityImage(entity: Entity): EntityImage | undefined {
  const { workloadName, imageName, labelSelector, namespace, cluster } =
    entityAnnotations;
  const annotations = entity.metadata.annotations ?? {};
  const said = (name: string) => annotations[name]?.trim() || undefined;
  // The whole supply chain is more than the Image in it.
  if (said(workloadName)) return undefined;
  const name = said(imageName) ?? selectedName(said(labelSelector), imageName);
  if (name === undefined) return undefined;
  const [inNamespace, onCluster] = [said(namespace), said(cluster)];
  return {
    name,
    ...(inNamespace !== undefined && { namespace: inNamespace }),
    ...(onCluster !== undefined && { cluster: onCluster }),
  };
}
