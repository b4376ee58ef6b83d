import type { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { SourceLocationContext } from '../commits/SourceLocationContext';
import { usePageStyles } from '../frame/usePageStyles';
import { Panel } from '../frame/Panel';
import { GraphBones } from '../graph/GraphBones';
import { useLive } from '../hooks/useLive';
import { ImageBody } from '../images/ImageBody';
import { WorkloadBody } from '../pages/WorkloadBody';
import { EntityHrefContext } from '../catalog/EntityHrefContext';
import { entityImage } from '../catalog/entityImage';
import { EntitySubjectState } from './EntitySubjectState';
import { namedWorkload } from '../catalog/namedWorkload';
import { sourceLocationOf } from '../catalog/sourceLocationOf';
import { useEntityHref } from '../catalog/useEntityHref';

/** The tab of an entity: the same as the page of its supply chain, or of its kpack Image. */
export function EntitySupplyChainContent() {
  const { entity } = useEntity();
  const href = useEntityHref(entity);
  return (
    <EntityHrefContext.Provider value={href}>
      <SourceLocationContext.Provider value={sourceLocationOf(entity)}>
        <Subject entity={entity} />
      </SourceLocationContext.Provider>
    </EntityHrefContext.Provider>
  );
}

function Subject({ entity }: { entity: Entity }) {
  const workload = namedWorkload(entity);
  if (workload) return <WorkloadTab workload={workload} />;
  const { name, namespace, cluster } = entityImage(entity) ?? {};
  if (name !== undefined && namespace !== undefined && cluster !== undefined) {
    return <ImageTab image={{ cluster, namespace, name }} />;
  }
  return (
    <EntitySubjectState
      entity={entity}
      loading={
        <Panel>
          <GraphBones />
        </Panel>
      }
      workload={row => <WorkloadTab workload={row.ref} />}
      image={row => <ImageTab image={row.ref} />}
    />
  );
}

function WorkloadTab({ workload }: { workload: ObjectRef }) {
  const live = useLive({ type: 'workload', ref: workload });
  return <WorkloadBody workload={workload} live={live} />;
}

function ImageTab({ image }: { image: ObjectRef }) {
  const { page } = usePageStyles();
  const live = useLive({ type: 'image', ref: image });
  return (
    <div className={page}>
      <ImageBody live={live} />
    </div>
  );
}
