import { useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceLocationContext } from '../commits/SourceLocationContext';
import { EntityHrefContext } from '../catalog/EntityHrefContext';
import { sourceLocationOf } from '../catalog/sourceLocationOf';
import { useEntityHref } from '../catalog/useEntityHref';
import { useNamedEntity } from '../catalog/useNamedEntity';
import { usePageStyles } from '../frame/usePageStyles';
import { PageHead } from '../frame/PageHead';
import { useFleetHref } from '../hooks/useFleetHref';
import { useLive } from '../hooks/useLive';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageBody } from './ImageBody';

/** One kpack Image, with a workload or without: what it is, and the Image Provider that a workload's page has. */
export function ImagePage() {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { cluster = '', namespace = '', name = '' } = useParams();
  const image = { cluster, namespace, name };
  const live = useLive({ type: 'image', ref: image });
  const { view } = live;
  const ofImage = useNamedEntity('image', image);
  const ofWorkload = useNamedEntity('workload', view?.workload);
  const entity = ofImage ?? ofWorkload;
  const entityHref = useEntityHref(entity);
  return (
    <EntityHrefContext.Provider value={entityHref}>
      <div className={classes.page}>
        <PageHead
          label={t('builder.breadcrumb')}
          trail={[
            { to: href.chains, words: t('image.all') },
            { to: href.images, words: t('image.title') },
            {
              to: `${href.images}?${new URLSearchParams({ namespace })}`,
              words: namespace,
            },
          ]}
          title={name}
          aside={
            entityHref && <Link to={entityHref}>{t('image.openEntity')}</Link>
          }
        >
          <span className={classes.chip}>Image</span>
          <span className={classes.quiet}>
            {t('image.where', { namespace, cluster })}
          </span>
          <span role="status">
            {view && <PhaseMark phase={view.stage.phase.kind} />}
          </span>
        </PageHead>
        <SourceLocationContext.Provider value={sourceLocationOf(entity)}>
          <ImageBody live={live} />
        </SourceLocationContext.Provider>
      </div>
    </EntityHrefContext.Provider>
  );
}
