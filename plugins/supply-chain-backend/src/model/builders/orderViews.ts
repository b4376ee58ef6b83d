import type { OrderGroupView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ClusterStoreObject } from '../objects/ClusterStoreObject';
import type { OrderGroup } from '../objects/OrderGroup';
import { present } from '../objects/present';

/** An order for people: each group with what its composite buildpacks are made of, where the store tells. */
export function orderViews(
  order: readonly OrderGroup[],
  store: ClusterStoreObject | undefined,
): OrderGroupView[] {
  return order.map(group =>
    group.map(({ id, object, version, optional }) =>
      present({
        id,
        object,
        version,
        optional,
        contains: contents(id, version, store),
      }),
    ),
  );
}

function contents(
  id: string | undefined,
  version: string | undefined,
  store: ClusterStoreObject | undefined,
): OrderGroupView[number]['contains'] {
  const found = store?.buildpacks.filter(
    each =>
      each.id === id && (version === undefined || each.version === version),
  );
  // Of several versions nobody can say which one is meant.
  const [buildpack] = found?.length === 1 ? found : [];
  // Several groups of a composite are alternatives of its own: the page of the store has them.
  const [group = [], ...others] = buildpack?.order ?? [];
  if (others.length > 0) return [];
  return group.flatMap(member =>
    member.id === undefined
      ? []
      : present({
          id: member.id,
          version: member.version,
          optional: member.optional,
        }),
  );
}
