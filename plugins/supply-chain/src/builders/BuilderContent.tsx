import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuilderView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../panel/Facts';
import { Section } from '../panel/Section';
import { ExternalLink } from '../frame/ExternalLink';
import { Panel } from '../frame/Panel';
import { ConditionTable } from '../panel/ConditionTable';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { OrderList } from './OrderList';
import { ShortImage } from './ShortImage';
import { usePageStyles } from '../frame/usePageStyles';

/** What a builder is made of: everything that `kp builder status` prints, and what it was asked for. */
export function BuilderContent({ view }: { view: BuilderView }) {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { stack, store, lifecycle, buildpacks, resolved, asked } = view;
  return (
    <Panel label={t('builder.content')}>
      <Section title={t('builder.content')}>
        <Facts
          facts={[
            {
              name: t('builder.stack'),
              value: stack.name && `ClusterStack ${stack.name}`,
            },
            { name: t('builder.stackId'), value: stack.id },
            {
              name: t('builder.runImage'),
              value: stack.runImage && (
                <ShortImage
                  image={stack.runImage}
                  what={t('builder.runImage')}
                />
              ),
            },
            {
              name: t('builder.lifecycle'),
              value: [lifecycle.version, lifecycle.name]
                .filter(Boolean)
                .join(' · '),
            },
            {
              name: t('builder.store'),
              value: store && `ClusterStore ${store}`,
            },
            { name: t('builder.tag'), value: view.tag, mono: true },
            {
              name: t('builder.image'),
              value: view.image && (
                <ShortImage image={view.image} what={t('builder.image')} />
              ),
            },
            {
              name: t('builder.created'),
              value: view.createdAt && <Age since={view.createdAt} />,
            },
          ].filter(({ value }) => value)}
        />
      </Section>
      {resolved.length > 0 && (
        <Section title={t('builder.order')} aside={t('builder.orderHint')}>
          <OrderList order={resolved} />
        </Section>
      )}
      {asked.length > 0 && (
        <Section title={t('builder.asked')}>
          <OrderList order={asked} />
        </Section>
      )}
      {buildpacks.length > 0 && (
        <Section title={t('builder.buildpacks')}>
          <div className={classes.scroll}>
            <table
              className={classes.table}
              style={{ minWidth: 0 }}
              aria-label={t('builder.buildpacks')}
            >
              <thead>
                <tr>
                  <th scope="col">{t('builder.buildpack')}</th>
                  <th scope="col">{t('builder.version')}</th>
                  <th scope="col">{t('builder.homepage')}</th>
                </tr>
              </thead>
              <tbody>
                {buildpacks.map(({ id, version, homepage }) => (
                  <tr key={`${id}@${version}`}>
                    <td>{id}</td>
                    <td>{version}</td>
                    <td>
                      {homepage && (
                        <ExternalLink url={homepage}>{homepage}</ExternalLink>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      {view.conditions.length > 0 && (
        <Section title={t('builder.conditions')}>
          <ConditionTable conditions={view.conditions} />
        </Section>
      )}
    </Panel>
  );
}
