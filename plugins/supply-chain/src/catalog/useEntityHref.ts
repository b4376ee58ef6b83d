import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { catalogEntityRouteRef } from '../routes';

/** The address of a catalog entity; undefined without one, or where no catalog is in the app. */
export function useEntityHref(entity: Entity | undefined): string | undefined {
  const route = useRouteRef(catalogEntityRouteRef);
  if (!entity || !route) return undefined;
  return route({
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    name: entity.metadata.name,
  });
}
