import { usePermission } from '@backstage/plugin-permission-react';
import {
  supplyChainBuildTriggerPermission,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Whether the reader may ask for a rebuild of this build's image; false until that is known, and for builds made by hand. */
export function useMayTrigger({
  ref,
  image,
  workload,
}: Pick<BuildView, 'ref' | 'image' | 'workload'>): boolean {
  const { cluster, namespace } = ref;
  const { name } = workload ?? { name: image };
  const { allowed } = usePermission({
    permission: supplyChainBuildTriggerPermission,
    // As the backend reads it (access/ownedSubjects.ts): the workload, else the Image that belongs to none.
    resourceRef:
      name === undefined
        ? undefined
        : [cluster, workload?.namespace ?? namespace, name].join('/'),
  });
  return allowed && image !== undefined;
}
