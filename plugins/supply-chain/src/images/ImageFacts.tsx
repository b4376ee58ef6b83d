import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ShortImage } from '../builders/ShortImage';
import { usePageStyles } from '../frame/usePageStyles';
import { Facts } from '../panel/Facts';
import { ExternalLink } from '../frame/ExternalLink';
import { Panel } from '../frame/Panel';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { ConditionTable } from '../panel/ConditionTable';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuilderFact } from './BuilderFact';
import { ImageBuildFact } from './ImageBuildFact';

/** What a kpack Image is and was asked to be: everything that `kp image status` prints, and some more. */
export function ImageFacts({ view }: { view: ImageView }) {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useWorkloadHref();
  const { source, keeps, stage } = view;
  return (
    <Panel label={t('image.facts')}>
      <div className={classes.columns}>
        <Facts
          facts={[
            {
              name: t('image.workload'),
              value: view.workload && (
                <Link to={href(view.workload)} underline="always">
                  {view.workload.name}
                </Link>
              ),
            },
            { name: t('image.tag'), value: view.tag, mono: true },
            {
              name: t('image.additionalTags'),
              value: view.additionalTags.join(', '),
              mono: true,
            },
            {
              name: t('image.serving'),
              value: view.image && (
                <ShortImage image={view.image} what={t('image.serving')} />
              ),
            },
            {
              name: t('image.source'),
              value: source.url && (
                <>
                  {`${t(`image.source-${source.type}`)} `}
                  <ExternalLink url={source.type === 'git' ? source.url : ''}>
                    {source.url}
                  </ExternalLink>
                  {source.subPath &&
                    ` ${t('image.subPath', { path: source.subPath })}`}
                </>
              ),
            },
            {
              name: t('image.revision'),
              value: source.revision,
              mono: true,
            },
            {
              name: t('image.builder'),
              value: view.builder.name && (
                <BuilderFact builder={view.builder} />
              ),
            },
          ].filter(({ value }) => value)}
        />
        <Facts
          facts={[
            {
              name: t('image.lastSuccess'),
              value: view.lastSuccess && (
                <ImageBuildFact build={view.lastSuccess} />
              ),
            },
            {
              name: t('image.lastFailure'),
              value: view.lastFailure && (
                <ImageBuildFact build={view.lastFailure} />
              ),
            },
            {
              name: t('image.latestReason'),
              value: view.latestReasons.join(', '),
            },
            {
              name: t('image.builds'),
              value: view.buildCount && String(view.buildCount),
            },
            {
              name: t('image.keeps'),
              value:
                (keeps.succeeded ?? keeps.failed) &&
                t('image.keepsSays', {
                  succeeded: String(keeps.succeeded ?? ''),
                  failed: String(keeps.failed ?? ''),
                }),
            },
            { name: t('image.serviceAccount'), value: view.serviceAccount },
            { name: t('image.cache'), value: view.cache },
            { name: t('image.tagging'), value: view.tagging },
            {
              name: t('image.created'),
              value: view.createdAt && <Age since={view.createdAt} />,
            },
          ].filter(({ value }) => value)}
        />
      </div>
      {stage.conditions.length > 0 && (
        <details className={classes.more}>
          <summary className={classes.quiet}>{t('image.conditions')}</summary>
          <ConditionTable conditions={stage.conditions} />
        </details>
      )}
    </Panel>
  );
}
