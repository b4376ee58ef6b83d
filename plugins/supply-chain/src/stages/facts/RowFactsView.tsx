import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RowFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../../panel/Facts';
import { Section } from '../../panel/Section';
import { ExternalLink } from '../../frame/ExternalLink';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';

/** Names and values, of kinds that nobody knew and of integrators' own. */
export function RowFactsView({ facts }: { facts: RowFacts }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { title, rows } = facts;
  if (rows.length === 0) return null;
  return (
    <Section title={title ?? t('facts.details')}>
      <Facts
        facts={rows.map(({ name, value, url }) => ({
          name,
          value: url ? <ExternalLink url={url}>{value}</ExternalLink> : value,
        }))}
      />
    </Section>
  );
}
