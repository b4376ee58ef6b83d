import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { TIME_MODES } from './lineTime';
import { LogSelect } from './LogSelect';
import { CONTEXTS, type LogPreferences } from './useLogPreferences';

/** Choices of how a log is shown: the times of its lines, and how much stands around each match. */
export function LogChoices({
  preferences,
  onChange,
  onlyMatches,
}: {
  preferences: LogPreferences;
  onChange: (change: Partial<LogPreferences>) => void;
  onlyMatches: boolean;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <>
      {onlyMatches && (
        <LogSelect
          label={t('log.context')}
          value={preferences.context}
          options={CONTEXTS.map(
            each => [each, t('log.contextLines', { n: `${each}` })] as const,
          )}
          onChange={context => onChange({ context })}
        />
      )}
      <LogSelect
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
