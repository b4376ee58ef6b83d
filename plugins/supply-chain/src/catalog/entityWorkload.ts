import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { selectedName } from './selectedName';

const {
  workloadName: NAME,
  labelSelector: SELECTOR,
  id: ID,
  namespace: NAMESPACE,
  cluster: CLUSTER,
} = entityAnnotations;

/** The workload that an entity speaks of; without a namespace or cluster it may be in any. */
export type EntityWorkload = {
  name: string;
  /** Set when only a selector on other labels tells: the backend, which knows every workload's labels, resolves it. */
  entityRef?: string;
  namespace?: string;
  cluster?: string;
};

/**
 * Most direct first: the annotation with its name; a label selector, at best on the label that Cartographer puts on what
 * it stamps; the kubernetes id; else, where an annotation says that the entity is in Kubernetes at all, its own name.
 */
export function entityWorkload(entity: Entity): EntityWorkload | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const said = (name: string) => annotations[name]?.trim() || undefined;
  const inKubernetes = [SELECTOR, NAMESPACE, CLUSTER].some(said);
  const direct = said(NAME) ?? selectedName(said(SELECTOR), NAME);
  const bySelector = direct === undefined && said(SELECTOR) !== undefined;
  const name =
    direct ?? said(ID) ?? (inKubernetes ? entity.metadata.name : undefined);
  if (name === undefined) return undefined;
  const namespace = said(NAMESPACE);
  const cluster = said(CLUSTER);
  return {
    name,
    ...(bySelector && { entityRef: stringifyEntityRef(entity) }),
    ...(namespace !== undefined && { namespace }),
    ...(cluster !== undefined && { cluster }),
  };
}
