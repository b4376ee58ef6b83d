import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScanFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Copyable } from '../../panel/Copyable';
import { Facts } from '../../panel/Facts';
import { Section } from '../../panel/Section';
import { ExternalLink } from '../../frame/ExternalLink';
import { Age } from '../../time/Age';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { FactNote } from './FactNote';
import { SeverityCounts } from './SeverityCounts';

const TONES = {
  passed: 'ok',
  violated: 'bad',
  failed: 'bad',
  pending: 'idle',
} as const;

/** What a scanner found, and what the policy says to that. */
export function ScanFactsView({ facts }: { facts: ScanFacts }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { counts, policy, scanned, scanner, scannedAt, results, pods } = facts;
  return (
    <>
      <Section title={t('facts.scan')}>
        {counts ? (
          <SeverityCounts counts={counts} />
        ) : (
          <FactNote tone="idle">{t('facts.noCounts')}</FactNote>
        )}
        <Facts
          facts={[
            {
              name: t(`facts.scanned.${facts.of}`),
              mono: true,
              value: scanned && (
                <Copyable text={scanned} what={t('facts.scanned.image')} />
              ),
            },
            { name: t('facts.scanner'), value: scanner },
            {
              name: t('facts.scannedAt'),
              value:
                scannedAt && t('stage.ago', { age: <Age since={scannedAt} /> }),
            },
            {
              name: t('facts.results'),
              mono: true,
              value: results && (
                <ExternalLink url={results}>{results}</ExternalLink>
              ),
            },
            {
              name: t('facts.pods'),
              mono: true,
              value: pods
                .map(({ name, phase }) =>
                  [name, phase].filter(Boolean).join(' '),
                )
                .join(', '),
            },
          ]}
        />
      </Section>
      {policy && (
        <Section title={t('facts.policy')}>
          <FactNote tone={TONES[policy.verdict]}>
            {policy.says ?? t(`facts.verdict.${policy.verdict}`)}
          </FactNote>
          <Facts
            facts={[
              { name: t('facts.policyName'), value: policy.name },
              {
                name: t('facts.notAllowed'),
                value: policy.notAllowed.join(', '),
              },
              { name: t('facts.ignored'), value: policy.ignored.join(', ') },
            ]}
          />
        </Section>
      )}
    </>
  );
}
