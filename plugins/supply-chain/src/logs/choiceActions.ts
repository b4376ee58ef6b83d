import type { Words } from '../translation/Words';
import { TIME_MODES } from './lineTime';
import type { LogAction } from './LogAction';
import type { LogChoicesProps } from './LogChoices';
import { CONTEXTS, type LogPreferences } from './useLogPreferences';

/** The choices of `LogChoices` as entries of a menu: where there is no room for them beside the search. */
export function choiceActions(
  t: Words,
  { preferences, onChange, onlyMatches }: LogChoicesProps,
): readonly LogAction[] {
  const choice = (label: string, change: Partial<LogPreferences>) => ({
    name: label,
    key: '',
    label,
    does: label,
    isChoice: true,
    pressed: Object.entries(change).every(
      ([name, value]) => preferences[name as keyof LogPreferences] === value,
    ),
    run: () => onChange(change),
  });
  return [
    ...(onlyMatches ? CONTEXTS : []).map(context =>
      choice(t('log.contextLines', { n: `${context}` }), { context }),
    ),
    ...TIME_MODES.map(times => choice(t(`log.times-${times}`), { times })),
  ];
}
