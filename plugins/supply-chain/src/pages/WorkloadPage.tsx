import { useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityHrefContext } from '../catalog/EntityHrefContext';
import { useEntityHref } from '../catalog/useEntityHref';
import { useNamedEntity } from '../catalog/useNamedEntity';
import { SourceLocationContext } from '../commits/SourceLocationContext';
import { sourceLocationOf } from '../catalog/sourceLocationOf';
import { PageHead } from '../frame/PageHead';
import { usePageStyles } from '../frame/usePageStyles';
import { useLive } from '../hooks/useLive';
import { PhaseMark } from '../phase/PhaseMark';
import { rootRouteRef } from '../routes';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { WorkloadBody } from './WorkloadBody';

/** One workload's way to production. */
export function WorkloadPage() {
  const { page } = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { cluster = '', namespace = '', name = '' } = useParams();
  const all = useRouteRef(rootRouteRef)();
  const workload = { cluster, namespace, name };
  const live = useLive({ type: 'workload', ref: workload });
  const entity = useNamedEntity('workload', workload);
  const entityHref = useEntityHref(entity);
  return (
    <EntityHrefContext.Provider value={entityHref}>
      <div className={page}>
        <PageHead
          label={t('graph.breadcrumb')}
          trail={[
            { to: all, words: t('graph.allChains') },
            {
              to: `${all}?${new URLSearchParams({ namespace })}`,
              words: namespace,
            },
          ]}
          title={name}
          aside={
            entityHref && <Link to={entityHref}>{t('graph.openEntity')}</Link>
          }
        >
          <span role="status">
            {live.view && <PhaseMark phase={live.view.phase} />}
          </span>
        </PageHead>
        <SourceLocationContext.Provider value={sourceLocationOf(entity)}>
          <WorkloadBody workload={workload} live={live} />
        </SourceLocationContext.Provider>
      </div>
    </EntityHrefContext.Provider>
  );
}
