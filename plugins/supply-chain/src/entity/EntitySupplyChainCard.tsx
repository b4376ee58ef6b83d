import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { entityWorkload } from './entityWorkload';
import { EntityWorkloadState } from './EntityWorkloadState';
import { WorkloadSummary } from './WorkloadSummary';

// As high as the summary of most workloads: the cards below do not move when it comes.
const useStyles = makeStyles({ body: { minHeight: 132 } });

/** The card of an entity: phase, pipeline, tag, why, and the way to the rest. */
export function EntitySupplyChainCard() {
  const { body } = useStyles();
  const { entity } = useEntity();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const wanted = entityWorkload(entity);
  return (
    <EntityInfoCard title={t('entity.cardTitle')}>
      <div className={body}>
        {wanted ? (
          <EntityWorkloadState wanted={wanted} loading={null}>
            {row => <WorkloadSummary row={row} />}
          </EntityWorkloadState>
        ) : (
          <MissingAnnotationEmptyState
            annotation={entityAnnotations.workloadName}
          />
        )}
      </div>
    </EntityInfoCard>
  );
}
