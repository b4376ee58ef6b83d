import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { RowList } from './engine/RowList';
import type { ErrorLines } from './firstErrorOf';
import type { LineRange } from './lineRange';
import type { TimeMode } from './lineTime';
import { LogRows, type LogRowsHandle } from './LogRows';
import type { StepLog } from './StepLog';
import type { LogMatches } from './useLogSearch';
import { useLogStyles } from './useLogStyles';

export type LogScreenProps = {
  log: StepLog | undefined;
  /** Which of its rows are shown. */
  shown: RowList | undefined;
  label: string;
  /** Lines may still come: the end is what one wants to see. */
  isRunning: boolean;
  /** None will come any more. */
  isEnded: boolean;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
  matches: LogMatches;
  wrap: boolean;
  times: TimeMode;
  startedAt: number | undefined;
  rows: RefObject<LogRowsHandle>;
  hrefOf: ((line: number) => string) | undefined;
  onPick: (line: number, extend: boolean) => void;
  /** Stands where there are no lines. */
  nothing: ReactNode;
  /** Why not all of it can be had. */
  failure: string | undefined;
};

/** The dark part: the lines, or why there are none. Follows what comes until the reader scrolls up. */
export function LogScreen(props: LogScreenProps) {
  const { log, shown, isRunning, isEnded, picked, error, matches, rows } =
    props;
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [isFollowing, setFollowing] = useState(isRunning && !picked);
  /** Rows there were when the reader stopped to follow. */
  const [pausedAt, setPausedAt] = useState<number>();
  const rowCount = log?.rows.count ?? 0;
  const lineCount = log?.buffer.lineCount ?? 0;

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
  /** A link to a line in which something is searched, too, leads to the line and not to a match. */
  const isLinked = useRef(picked !== undefined && matches.query !== '');
  useEffect(() => {
    if (!place) return;
    if (isLinked.current) {
      isLinked.current = false;
      return;
    }
    setFollowing(false);
    hasLanded.current = true;
    rows.current?.showLine(place.line);
  }, [rows, place]);

  if (!log || !shown || rowCount === 0) {
    return <div className={classes.screen}>{props.nothing}</div>;
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
        rows={shown}
        rowCount={shown.count}
        label={props.label}
        wrap={props.wrap}
        times={props.times}
        startedAt={props.startedAt}
        picked={picked}
        error={error}
        matches={matches}
        hrefOf={props.hrefOf}
        onPick={props.onPick}
        isFollowing={isFollowing && !isEnded}
        onScroll={onScroll}
        onReaderMoves={onReaderMoves}
      />
      {shown.count === 0 && !matches.isSearching && (
        <p className={classes.noRows}>{t('log.noMatchingLines')}</p>
      )}
      {!isFollowing && (newRows > 0 || (isRunning && !isEnded)) && (
        <button type="button" className={classes.pill} onClick={toEnd}>
          {more || t('log.toEnd')} ↓
        </button>
      )}
      {props.failure !== undefined && (
        <div className={classes.bar} role="status">
          {props.failure}
        </div>
      )}
    </div>
  );
}
