import type { Entity } from '@backstage/catalog-model';
import {
  entityAnnotations,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { entityWorkload } from './entityWorkload';

/** The workload that an entity names together with where it is: then there is nothing to look for, and nothing else it may mean. */
export function namedWorkload(entity: Entity): ObjectRef | undefined {
  const isNamed = Boolean(
    entity.metadata.annotations?.[entityAnnotations.workloadName]?.trim(),
  );
  const { name, namespace, cluster } = entityWorkload(entity) ?? {};
  return isNamed &&
    name !== undefined &&
    namespace !== undefined &&
    cluster !== undefined
    ? { cluster, namespace, name }
    : undefined;
}
