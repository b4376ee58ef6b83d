import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

type Query = NonNullable<
  NonNullable<Parameters<CatalogService['streamEntities']>[0]>['query']
>;

/** The keys of `annotations` that name workloads and Images; written out, as the catalog's type wants known keys. */
const NAMES_WORKLOADS = {
  $any: [
    { 'metadata.annotations.carto.run/workload-name': { $exists: true } },
    { 'metadata.annotations.image.kpack.io/image': { $exists: true } },
    {
      'metadata.annotations.backstage.io/kubernetes-label-selector': {
        $exists: true,
      },
    },
    { 'metadata.annotations.backstage.io/kubernetes-id': { $exists: true } },
  ],
};

/** The catalog query for entities that name workloads; only for those of some owners when they are given. */
export function aboutWorkloads(owners: readonly string[] | undefined): Query {
  if (!owners) return NAMES_WORKLOADS;
  return {
    $all: [
      NAMES_WORKLOADS,
      {
        relations: {
          $contains: {
            type: RELATION_OWNED_BY,
            targetRef: { $in: [...new Set(owners)] },
          },
        },
      },
    ],
  };
}
