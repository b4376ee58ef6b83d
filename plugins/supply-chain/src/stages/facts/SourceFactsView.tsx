import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Copyable } from '../../panel/Copyable';
import { Facts } from '../../panel/Facts';
import { Section } from '../../panel/Section';
import { ExternalLink } from '../../frame/ExternalLink';
import { formatBytes } from '../../logs/formatBytes';
import { Age } from '../../time/Age';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { FactNote } from './FactNote';

/** Where the source comes from, and what was fetched of it last. */
export function SourceFactsView({
  facts,
  titled = true,
}: {
  facts: SourceFacts;
  /** Not where it stands under a title already. */
  titled?: boolean;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { url, follows, interval, revision, artifact, fetchedAt, failure } =
    facts;
  const told = (
    <>
      {failure && (
        <FactNote tone="bad">
          {t('facts.fetchFailed', { says: failure.says })}{' '}
          {failure.since &&
            t('stage.ago', { age: <Age since={failure.since} /> })}
        </FactNote>
      )}
      {facts.suspended && (
        <FactNote tone="warn">{t('facts.suspended')}</FactNote>
      )}
      <Facts
        facts={[
          {
            name: t(`facts.from.${facts.from}`),
            value: url && <ExternalLink url={url}>{url}</ExternalLink>,
          },
          { name: t('facts.follows'), value: follows },
          { name: t('facts.interval'), value: interval },
          {
            name: t('facts.revision'),
            mono: true,
            value: revision && (
              <Copyable text={revision} what={t('facts.revision')} />
            ),
          },
          {
            name: t('facts.fetched'),
            value:
              fetchedAt && t('stage.ago', { age: <Age since={fetchedAt} /> }),
          },
          { name: t('facts.artifact'), value: artifact?.url, mono: true },
          { name: t('facts.digest'), value: artifact?.digest, mono: true },
          {
            name: t('facts.size'),
            value:
              artifact?.bytes === undefined
                ? undefined
                : formatBytes(artifact.bytes),
          },
        ]}
      />
    </>
  );
  return titled ? <Section title={t('facts.source')}>{told}</Section> : told;
}
