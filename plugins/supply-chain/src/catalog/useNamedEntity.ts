import { useEffect, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { entityImage } from './entityImage';
import { entityWorkload, type EntityWorkload } from './entityWorkload';

/** Annotations that name one of each, and which one an entity speaks of. */
const NAMED: Readonly<
  Record<
    'workload' | 'image',
    {
      annotations: readonly string[];
      of: (entity: Entity) => EntityWorkload | undefined;
    }
  >
> = {
  workload: {
    annotations: [entityAnnotations.workloadName, entityAnnotations.id],
    of: entityWorkload,
  },
  image: { annotations: [entityAnnotations.imageName], of: entityImage },
};

/**
 * The catalog entity that names this workload or kpack Image, as far as the reader may see it. Undefined where there is no
 * catalog, no such entity, or none that can be told from others: a link to the wrong one is worse than none.
 */
export function useNamedEntity(
  kind: keyof typeof NAMED,
  ref: ObjectRef | undefined,
): Entity | undefined {
  const catalog = useApiHolder().get(catalogApiRef);
  const [entity, setEntity] = useState<Entity>();
  const { cluster, namespace, name } = ref ?? {};
  useEffect(() => {
    let wanted = true;
    setEntity(undefined);
    if (name === undefined) return undefined;
    const { annotations, of } = NAMED[kind];
    catalog
      ?.getEntities({
        filter: annotations.map(annotation => ({
          [`metadata.annotations.${annotation}`]: name,
        })),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      })
      .then(({ items }) => {
        const [only, ...others] = items.filter(each => {
          const found = of(each);
          return (
            found?.name === name &&
            found.entityRef === undefined &&
            (found.namespace ?? namespace) === namespace &&
            (found.cluster ?? cluster) === cluster
          );
        });
        if (wanted && others.length === 0) setEntity(only);
      })
      // The page is about what it names: without the catalog it lacks one link.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [catalog, kind, cluster, namespace, name]);
  return entity;
}
