import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useFleetHref } from '../hooks/useFleetHref';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { EntitySubjectState } from './EntitySubjectState';
import { EntitySummary } from './EntitySummary';

// As high as the summary of most workloads: the cards below do not move when it comes.
const useStyles = makeStyles({ body: { minHeight: 132 } });

/** The card of an entity: phase, pipeline, tag, why, and the way to the rest. */
export function EntitySupplyChainCard() {
  const { body } = useStyles();
  const { entity } = useEntity();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const workloadHref = useWorkloadHref();
  const fleetHref = useFleetHref();
  return (
    <EntityInfoCard title={t('entity.cardTitle')}>
      <div className={body}>
        <EntitySubjectState
          entity={entity}
          loading={null}
          workload={row => (
            <EntitySummary
              row={row}
              marks={<MiniPipeline stages={row.pipeline} />}
              to={workloadHref(row.ref, row.saysOf)}
              words={t('entity.open')}
            />
          )}
          image={row => (
            <EntitySummary
              row={row}
              to={fleetHref.image(row.ref)}
              words={t('entity.openImage')}
            />
          )}
        />
      </div>
    </EntityInfoCard>
  );
}
