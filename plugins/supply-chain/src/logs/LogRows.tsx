import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  forwardRef,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { RowList } from './engine/RowList';
import type { ErrorLines } from './firstErrorOf';
import { formatBytes } from './formatBytes';
import { gapWords } from './gapWords';
import type { LineRange } from './lineRange';
import type { TimeMode } from './lineTime';
import { LogMarks } from './LogMarks';
import { LogRow } from './LogRow';
import type { StepLog } from './StepLog';
import { useLineTimes } from './useLineTimes';
import type { LogMatches } from './useLogSearch';
import { useLogSelection } from './useLogSelection';
import { useLogStyles } from './useLogStyles';
import { useRowHeights } from './useRowHeights';
import { useRowViewport } from './useRowViewport';
import { useViewSize } from './useViewSize';

/** What only a person does: a scroll event alone may be our own. */
const READER_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** What others may ask of the rows. */
export type LogRowsHandle = {
  /** From 0. Puts the line in the middle. */
  showLine: (line: number) => void;
  showStart: () => void;
  showEnd: () => void;
  /** The first line that is seen, from 0. */
  firstLine: () => number;
};

export type LogRowsProps = {
  log: StepLog;
  /** Which of its rows are shown. */
  rows: RowList;
  rowCount: number;
  label: string;
  wrap: boolean;
  times: TimeMode;
  /** When the step began, ms since 1970. */
  startedAt?: number | undefined;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
  matches: LogMatches;
  /** Undefined where lines have no address. */
  hrefOf: ((line: number) => string) | undefined;
  onPick: (line: number, extend: boolean) => void;
  /** Keep the end in sight as rows come. */
  isFollowing: boolean;
  /** The reader scrolled: is the end in sight now? */
  onScroll: (atEnd: boolean) => void;
  /** The reader took over: nothing should move the rows by itself any more. */
  onReaderMoves: () => void;
};

/** The lines on screen and no others, however many there are. */
export const LogRows = forwardRef<LogRowsHandle, LogRowsProps>(function Rows(
  props,
  ref,
) {
  const { log, rows, rowCount, wrap, isFollowing, matches } = props;
  const { onScroll, onReaderMoves } = props;
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useViewSize(scroller);
  const { heights, wrapped } = useRowHeights(rows, rowCount, props, size.width);
  const onMove = useCallback(
    (by: number, atEnd: boolean) => {
      // Rows that come push the end away without a scroll of the reader's: only the way up means "stay here".
      if (atEnd || by < 0) onScroll(atEnd);
    },
    [onScroll],
  );
  const { window, elementHeight, viewport, show, heightsChanged } =
    useRowViewport(scroller, heights, size, onMove);

  const showEnd = useCallback(() => {
    if (rowCount > 0) show(rowCount - 1, 'end');
  }, [show, rowCount]);
  useImperativeHandle(
    ref,
    () => ({
      showLine: line => {
        show(rows.rowOfLine(line), 'center');
        bringIntoView(scroller.current);
      },
      showEnd: () => {
        showEnd();
        bringIntoView(scroller.current);
      },
      showStart: () => {
        show(0, 'start');
        bringIntoView(scroller.current);
      },
      firstLine: () => rows.lineFrom(viewport.firstRow),
    }),
    [show, showEnd, rows, viewport],
  );
  // Other rows of the same log: the reader stays at their line.
  const firstLine = useRef({ rows, line: 0 });
  useLayoutEffect(() => {
    const { rows: before, line } = firstLine.current;
    if (before !== rows && !isFollowing) show(rows.rowOfLine(line), 'start');
    firstLine.current = { rows, line: rows.lineFrom(viewport.firstRow) };
  });
  useLayoutEffect(() => {
    if (isFollowing) showEnd();
  }, [isFollowing, showEnd]);

  const list = useRef<HTMLDivElement>(null);
  useLogSelection(scroller, list, log, rows);
  const timeOf = useLineTimes(log, props.times, props.startedAt);

  // Before anything is painted: rows that turned out to be of another height are put where they belong.
  useLayoutEffect(() => {
    if (!wrapped || !list.current) return;
    let isNews = false;
    for (const row of list.current.children)
      if (row instanceof HTMLElement)
        isNews =
          wrapped.measure(Number(row.dataset.row), row.offsetHeight) || isNews;
    if (isNews) heightsChanged();
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const passive = { passive: true };
    for (const by of READER_MOVES)
      element.addEventListener(by, onReaderMoves, passive);
    return () => {
      for (const by of READER_MOVES)
        element.removeEventListener(by, onReaderMoves);
    };
  }, [onReaderMoves]);

  const hiddenWords = useCallback(
    (bytes: number) => t('log.hiddenBytes', { size: formatBytes(bytes) }),
    [t],
  );

  const items = Array.from(
    { length: Math.max(0, window.last - window.first + 1) },
    (_, n) => window.first + n,
  );
  // Rows of one height are used again for other lines, which is twice as fast as making new ones; rows that wrap are
  // measured when they are made.
  const reuse = 2 ** Math.ceil(Math.log2(items.length + 1));
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-label={props.label}
        // Rows come and go with every scroll: announcing them would never end. What is new is said elsewhere.
        aria-live="off"
        // A scrolling region must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={classes.content} style={{ height: elementHeight }}>
          <div
            ref={list}
            className={`${classes.rows}${
              wrap ? ` ${classes.rowsWrapped}` : ''
            }`}
            style={{ transform: `translateY(${window.top}px)` }}
          >
            {items.map(index => {
              const row = rows.rowAt(index);
              const key = wrap ? index : index % reuse;
              if (row.kind === 'gap') {
                const words = gapWords(t, row.gap);
                return (
                  <div
                    key={key}
                    className={classes.gap}
                    data-row={index}
                    title={words}
                  >
                    {words}
                  </div>
                );
              }
              if (row.kind === 'left-out')
                return (
                  <div key={key} className={classes.leftOut} data-row={index}>
                    {t('log.leftOut', {
                      count: row.count,
                      n: row.count.toLocaleString(),
                    })}
                  </div>
                );
              const { line } = row;
              return (
                <LogRow
                  key={key}
                  row={index}
                  classes={classes}
                  hiddenWords={hiddenWords}
                  log={log}
                  line={line}
                  bytes={log.buffer.lengthOf(line)}
                  href={props.hrefOf?.(line)}
                  onPick={props.onPick}
                  pattern={matches.patternIn(line)}
                  currentMatch={
                    matches.place?.line === line
                      ? matches.place.ordinal
                      : undefined
                  }
                  isPicked={isWithin(line + 1, props.picked)}
                  isError={
                    props.error !== undefined &&
                    line >= props.error.from &&
                    line < props.error.to
                  }
                  time={timeOf(line)}
                />
              );
            })}
          </div>
        </div>
      </div>
      <LogMarks
        viewport={viewport}
        rows={rows}
        rowCount={rowCount}
        height={size.height}
        matches={matches}
        picked={props.picked}
        error={props.error}
      />
    </>
  );
});

/** The log may reach below the window: who asks for a line wants to see it. */
function bringIntoView(element: HTMLElement | null): void {
  // jsdom lays nothing out and has no such function.
  element?.scrollIntoView?.({ block: 'nearest' });
}

function isWithin(number: number, range: LineRange | undefined): boolean {
  return range !== undefined && number >= range.from && number <= range.to;
}
