import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BuildView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { Hidden } from '../frame/Hidden';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { asFailure } from './asFailure';
import type { LogConnection } from './BuildLogs';
import type { ErrorLines } from './firstErrorOf';
import type { LineRange } from './lineRange';
import { logErrorWords } from './logErrorWords';
import { LogRows, type LogRowsHandle } from './LogRows';
import { LogState } from './LogState';
import type { StepLog } from './StepLog';
import type { LogMatches } from './useLogSearch';
import { useLogStyles } from './useLogStyles';

export type LogScreenProps = {
  build: BuildView;
  step: StepView | undefined;
  log: StepLog | undefined;
  connection: LogConnection;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
  matches: LogMatches;
  wrap: boolean;
  showTimes: boolean;
  rows: RefObject<LogRowsHandle>;
  hrefOf: (line: number) => string;
  onPick: (line: number, extend: boolean) => void;
};

/** The dark part: a step's lines, or why there are none. Follows a running step until the reader scrolls up. */
export function LogScreen(props: LogScreenProps) {
  const { build, step, log, connection, picked, error, matches, rows } = props;
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const isRunning = step?.state === 'running' || step?.state === 'waiting';
  const [isFollowing, setFollowing] = useState(isRunning && !picked);
  /** Rows there were when the reader stopped to follow. */
  const [pausedAt, setPausedAt] = useState<number>();
  const rowCount = log?.rowCount ?? 0;
  const lineCount = log?.buffer.lineCount ?? 0;
  const isEnded = log?.ended === true || connection.state === 'done';

  const latestRows = useRef(rowCount);
  latestRows.current = rowCount;
  const onScroll = useCallback((atEnd: boolean) => {
    setFollowing(atEnd);
    setPausedAt(was => (atEnd ? undefined : was ?? latestRows.current));
  }, []);

  // Once: to the line of the address, else to the cause of a failure, as soon as it has come.
  const hasLanded = useRef(false);
  const target = picked ? picked.from - 1 : error?.from;
  useEffect(() => {
    if (hasLanded.current || target === undefined || lineCount === 0) return;
    if (lineCount <= target && !isEnded) return;
    hasLanded.current = true;
    setFollowing(false);
    rows.current?.showLine(Math.min(target, lineCount - 1));
  }, [rows, target, lineCount, isEnded]);
  const onReaderMoves = useCallback(() => {
    hasLanded.current = true;
  }, []);

  const { place } = matches;
  useEffect(() => {
    if (!place) return;
    setFollowing(false);
    hasLanded.current = true;
    rows.current?.showLine(place.line);
  }, [rows, place]);

  const failure =
    (log?.error && asFailure(log.error)) ??
    (connection.state === 'failed' ? connection.error : undefined);
  if (!log || rowCount === 0) {
    return (
      <div className={classes.screen}>
        <LogState
          build={build}
          step={step}
          isEnded={isEnded}
          isConnecting={connection.state === 'connecting'}
          error={failure}
        />
      </div>
    );
  }
  const newRows = pausedAt === undefined ? 0 : rowCount - pausedAt;
  const more =
    newRows > 0
      ? t('log.newLines', { count: newRows, n: newRows.toLocaleString() })
      : '';
  const toEnd = () => {
    setFollowing(true);
    setPausedAt(undefined);
    rows.current?.showEnd();
  };
  return (
    <div className={classes.screen}>
      <LogRows
        ref={rows}
        log={log}
        rowCount={rowCount}
        label={t('log.title', { step: step?.name ?? '' })}
        wrap={props.wrap}
        showTimes={props.showTimes}
        picked={picked}
        error={error}
        matches={matches}
        hrefOf={props.hrefOf}
        onPick={props.onPick}
        isFollowing={isFollowing && !isEnded}
        onScroll={onScroll}
        onReaderMoves={onReaderMoves}
      />
      {!isFollowing && (newRows > 0 || (isRunning && !isEnded)) && (
        <button type="button" className={classes.pill} onClick={toEnd}>
          {more || t('log.toEnd')} ↓
        </button>
      )}
      {failure && (
        <div className={classes.bar} role="status">
          {logErrorWords(t, failure, step?.name ?? '')}
        </div>
      )}
      <Hidden announce>
        {step &&
          t('log.announceStep', {
            step: step.name,
            phase: t(`phase.${step.state}`),
          })}
      </Hidden>
    </div>
  );
}
