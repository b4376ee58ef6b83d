import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { GraphBones } from '../graph/GraphBones';
import { useLive } from '../hooks/useLive';
import { WorkloadBody } from '../pages/WorkloadBody';
import { entityWorkload } from './entityWorkload';
import { EntityHrefContext } from './EntityHrefContext';
import { EntityWorkloadState } from './EntityWorkloadState';
import { useEntityHref } from './useEntityHref';

/** The tab of an entity: the same as the page of its supply chain. */
export function EntitySupplyChainContent() {
  const { entity } = useEntity();
  const wanted = entityWorkload(entity);
  if (!wanted) {
    return (
      <MissingAnnotationEmptyState
        annotation={entityAnnotations.workloadName}
      />
    );
  }
  const { name, entityRef, namespace, cluster } = wanted;
  if (
    entityRef === undefined &&
    namespace !== undefined &&
    cluster !== undefined
  ) {
    return <Body workload={{ cluster, namespace, name }} />;
  }
  return (
    <EntityWorkloadState
      wanted={wanted}
      loading={
        <Panel>
          <GraphBones />
        </Panel>
      }
    >
      {row => <Body workload={row.ref} />}
    </EntityWorkloadState>
  );
}

function Body({ workload }: { workload: ObjectRef }) {
  const live = useLive({ type: 'workload', ref: workload });
  const href = useEntityHref(workload);
  return (
    <EntityHrefContext.Provider value={href}>
      <WorkloadBody workload={workload} live={live} />
    </EntityHrefContext.Provider>
  );
}
