import { useEffect, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { entityWorkload } from './entityWorkload';

/**
 * The catalog entity that names this workload, as far as the reader may see it. Undefined where there is no catalog, no such
 * entity, or none that can be told from others: a link to the wrong one is worse than none.
 */
export function useWorkloadEntity({
  cluster,
  namespace,
  name,
}: ObjectRef): Entity | undefined {
  const catalog = useApiHolder().get(catalogApiRef);
  const [entity, setEntity] = useState<Entity>();
  useEffect(() => {
    let wanted = true;
    setEntity(undefined);
    catalog
      ?.getEntities({
        filter: [entityAnnotations.workloadName, entityAnnotations.id].map(
          annotation => ({
            [`metadata.annotations.${annotation}`]: name,
          }),
        ),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      })
      .then(({ items }) => {
        const [only, ...others] = items.filter(each => {
          const of = entityWorkload(each);
          return (
            of?.name === name &&
            of.entityRef === undefined &&
            (of.namespace ?? namespace) === namespace &&
            (of.cluster ?? cluster) === cluster
          );
        });
        if (wanted && others.length === 0) setEntity(only);
      })
      // The page is about the workload: without the catalog it lacks one link.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [catalog, cluster, namespace, name]);
  return entity;
}
