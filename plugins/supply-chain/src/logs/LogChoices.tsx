import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlainSelect } from '../frame/PlainSelect';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { TIME_MODES } from './lineTime';
import { CONTEXTS, type LogPreferences } from './useLogPreferences';

export type LogChoicesProps = {
  preferences: LogPreferences;
  onChange: (change: Partial<LogPreferences>) => void;
  onlyMatches: boolean;
};

/** Choices of how a log is shown: the times of its lines, and how much stands around each match. */
export function LogChoices({
  preferences,
  onChange,
  onlyMatches,
}: LogChoicesProps) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <>
      {onlyMatches && (
        <PlainSelect
          label={t('log.context')}
          value={preferences.context}
          options={CONTEXTS.map(
            each => [each, t('log.contextLines', { n: `${each}` })] as const,
          )}
          onChange={context => onChange({ context })}
        />
      )}
      <PlainSelect
        label={t('log.times')}
        value={preferences.times}
        options={TIME_MODES.map(
          each => [each, t(`log.times-${each}`)] as const,
        )}
        onChange={times => onChange({ times })}
      />
    </>
  );
}
