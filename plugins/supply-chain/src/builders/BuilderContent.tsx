import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuilderView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../panel/Facts';
import { Section } from '../panel/Section';
import { ExternalLink } from '../frame/ExternalLink';
import { Panel } from '../frame/Panel';
import { PlainTable } from '../frame/PlainTable';
import { ConditionTable } from '../panel/ConditionTable';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { OrderList } from './OrderList';
import { ShortImage } from './ShortImage';

/** What a builder is made of: everything that `kp builder status` prints, and what it was asked for. */
export function BuilderContent({ view }: { view: BuilderView }) {
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
          <PlainTable
            label={t('builder.buildpacks')}
            columns={[
              t('builder.buildpack'),
              t('builder.version'),
              t('builder.homepage'),
            ]}
            rows={buildpacks.map(({ id, version, homepage }) => ({
              key: `${id}@${version}`,
              cells: [
                id,
                version,
                homepage && (
                  <ExternalLink url={homepage}>{homepage}</ExternalLink>
                ),
              ],
            }))}
          />
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
