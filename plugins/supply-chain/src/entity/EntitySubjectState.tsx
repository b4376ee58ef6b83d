import type { ReactNode } from 'react';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  type ImageRow,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { entityImage } from '../catalog/entityImage';
import { EntityImageState } from './EntityImageState';
import { entityWorkload } from '../catalog/entityWorkload';
import { EntityWorkloadState } from './EntityWorkloadState';
import { NothingFound } from './NothingFound';

/** Finds what an entity means: its workload, else the kpack Image that has none, for those who use kpack alone. */
export function EntitySubjectState({
  entity,
  loading,
  workload,
  image,
}: {
  entity: Entity;
  loading: ReactNode;
  workload: (row: WorkloadRow) => ReactNode;
  image: (row: ImageRow) => ReactNode;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const named = entityImage(entity);
  if (named) {
    const title = t('entity.noImageTitle', { name: named.name });
    return (
      <EntityImageState
        wanted={named}
        loading={loading}
        none={<NothingFound title={title} at={named} />}
      >
        {image}
      </EntityImageState>
    );
  }
  const wanted = entityWorkload(entity);
  if (!wanted) {
    return (
      <MissingAnnotationEmptyState
        annotation={[
          entityAnnotations.workloadName,
          entityAnnotations.imageName,
        ]}
      />
    );
  }
  return (
    <EntityWorkloadState
      wanted={wanted}
      loading={loading}
      otherwise={none => (
        <EntityImageState
          wanted={{ entityRef: stringifyEntityRef(entity) }}
          loading={loading}
          none={none}
        >
          {image}
        </EntityImageState>
      )}
    >
      {workload}
    </EntityWorkloadState>
  );
}
