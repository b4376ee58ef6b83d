import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RefObject } from 'react';
import { useCopy } from '../panel/useCopy';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { ErrorLines } from './firstErrorOf';
import { formatLineRange, type LineRange } from './lineRange';
import { TIME_MODES } from './lineTime';
import type { LogAction } from './LogAction';
import type { LogPlace } from './LogPlace';
import type { LogRowsHandle } from './LogRows';
import type { SearchHow } from './searchHow';
import { selectedText } from './selectedText';
import type { StepLog } from './StepLog';
import type { LogKeys } from './useLogKeys';
import type { LogPreferences } from './useLogPreferences';
import type { LogMatches } from './useLogSearch';

export type LogActionsDeps = {
  place: LogPlace;
  log: StepLog | undefined;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
  matches: LogMatches;
  query: string;
  preferences: LogPreferences;
  prefer: (change: Partial<LogPreferences>) => void;
  how: SearchHow;
  onHow: (how: SearchHow) => void;
  rows: RefObject<LogRowsHandle>;
  input: RefObject<HTMLInputElement>;
  /** Picks lines by keyboard. */
  move: (by: 1 | -1, extend: boolean) => void;
  full: { isFull: boolean; isOverlay: boolean; toggle: () => void };
  /** Names of the parts of the log. */
  steps: readonly string[];
  chosen: string | undefined;
  downloads: readonly LogAction[];
  help: { isShown: boolean; toggle: () => void };
};

/** All that one can do with a log, in one place: what has a button has a key, and what has a key is on the list of keys (`LogKeySheet`). */
export function useLogActions(deps: LogActionsDeps): {
  /** Buttons. */
  actions: readonly LogAction[];
  /** In a menu. */
  more: readonly LogAction[];
  keys: LogKeys;
  /** What became of the last one, for a moment. */
  said: string | undefined;
} {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { result, copy } = useCopy();
  const { place, log, picked, error, matches, rows, how, onHow, full } = deps;
  const { preferences, prefer, steps, chosen } = deps;

  const action = (
    name: string,
    key: string,
    label: string,
    does: string,
    run: () => void,
    rest: Pick<LogAction, 'pressed' | 'disabledBecause'> = {},
  ): LogAction => ({ name, key, label, does, run, ...rest });

  const firstError =
    error &&
    action('error', 'e', t('log.firstError'), t('log.keyFirstError'), () =>
      rows.current?.showLine(error.from),
    );
  const onlyMatches = action(
    ...(['matches', 'm'] as const),
    t('log.onlyMatches'),
    t('log.keyOnlyMatches'),
    () => onHow({ ...how, onlyMatches: !how.onlyMatches }),
    { pressed: how.onlyMatches },
  );
  const wrap = action(
    ...(['wrap', 'w'] as const),
    t('log.wrap'),
    t('log.keyWrap'),
    () => prefer({ wrap: !preferences.wrap }),
    { pressed: preferences.wrap },
  );
  const { with: addressOf } = place;
  const link =
    addressOf &&
    action('link', 'l', t('log.copyLink'), t('log.keyCopyLink'), () => {
      const line = picked && formatLineRange(picked);
      // As it is seen, also what was typed a moment ago and is in no address yet.
      const q = deps.query || undefined;
      const search = addressOf({ step: chosen, line, q });
      copy(new URL(search, window.location.href).href);
    });
  const lines = action(
    ...(['lines', 'y'] as const),
    t('log.copyLines'),
    t('log.keyCopyLines'),
    () => {
      if (!picked || !log) return;
      copy(
        selectedText(log, log.rows, {
          anchor: { line: picked.from - 1, column: 0 },
          focus: { line: picked.to - 1, column: Infinity },
        }),
      );
    },
    { disabledBecause: picked ? undefined : t('log.copyLinesHint') },
  );
  const fullScreen = action(
    ...(['full', 'f'] as const),
    t(full.isFull ? 'log.leaveFullScreen' : 'log.fullScreen'),
    t('log.keyFull'),
    full.toggle,
    { pressed: full.isFull },
  );
  const help = action(
    ...(['help', '?'] as const),
    t('log.help'),
    t('log.keyHelp'),
    deps.help.toggle,
    { pressed: deps.help.isShown },
  );

  const [download, ...otherDownloads] = deps.downloads;
  const all = [firstError, onlyMatches, wrap, link, picked && lines, download];
  const actions = [...all, fullScreen, help].filter(each => each !== undefined);
  const more = [...(picked ? [] : [lines]), ...otherDownloads];

  const nextStep = (by: 1 | -1) => {
    const at = steps.findIndex(step => step === chosen);
    const next = steps[at + by];
    if (next !== undefined) place.go({ step: next, line: undefined });
  };
  const nextTimes = () => {
    const at = TIME_MODES.indexOf(preferences.times) + 1;
    prefer({ times: TIME_MODES[at % TIME_MODES.length] ?? 'off' });
  };
  const simple: LogKeys = {
    '/': () => deps.input.current?.focus(),
    n: () => matches.go(1),
    N: () => matches.go(-1),
    c: () => onHow({ ...how, matchCase: !how.matchCase }),
    x: () => onHow({ ...how, isExpression: !how.isExpression }),
    g: () => rows.current?.showStart(),
    G: () => rows.current?.showEnd(),
    j: () => deps.move(1, false),
    k: () => deps.move(-1, false),
    J: () => deps.move(1, true),
    K: () => deps.move(-1, true),
    t: nextTimes,
    ...(steps.length > 1 && {
      ']': () => nextStep(1),
      '[': () => nextStep(-1),
    }),
    ...(full.isOverlay && { Escape: full.toggle }),
    ...(deps.help.isShown && { Escape: deps.help.toggle }),
  };
  const latest: LogKeys = {
    ...simple,
    ...Object.fromEntries(
      [...actions, ...more]
        .filter(each => each.disabledBecause === undefined)
        .map(each => [each.key, each.run]),
    ),
  };
  return {
    actions,
    more,
    keys: latest,
    said: result && t(result === 'copied' ? 'log.copied' : 'log.copyFailed'),
  };
}
