import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WriterFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Copyable } from '../../panel/Copyable';
import { Facts } from '../../panel/Facts';
import { Section } from '../../panel/Section';
import { ExternalLink } from '../../frame/ExternalLink';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { FactNote } from './FactNote';

/** Where configuration was written: the pull request first, as somebody may have to act on it. */
export function WriterFactsView({ facts }: { facts: WriterFacts }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { pullRequest, repository, commit } = facts;
  return (
    <Section title={t('facts.written')}>
      {pullRequest && (
        <FactNote tone="idle">
          <ExternalLink url={pullRequest.url ?? ''}>
            {t('facts.pullRequest', {
              number: pullRequest.number ?? '',
            }).trim()}
          </ExternalLink>
          {pullRequest.title && ` ${pullRequest.title}`}
          {` · ${pullRequest.state ?? t('facts.stateUnknown')}`}
        </FactNote>
      )}
      <Facts
        facts={[
          {
            name: t('facts.repository'),
            value: repository && (
              <ExternalLink url={repository}>{repository}</ExternalLink>
            ),
          },
          { name: t('facts.branch'), value: facts.branch, mono: true },
          {
            name: t('facts.commitBranch'),
            value: facts.commitBranch,
            mono: true,
          },
          {
            name: t('facts.commit'),
            mono: true,
            value: commit && (
              <Copyable text={commit} what={t('facts.commit')} />
            ),
          },
          { name: t('facts.path'), value: facts.path, mono: true },
          { name: t('facts.message'), value: facts.message },
          { name: t('facts.bundle'), value: facts.image, mono: true },
        ]}
      />
    </Section>
  );
}
