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
import type { ErrorLines } from './firstErrorOf';
import { formatBytes } from './formatBytes';
import type { LineRange } from './lineRange';
import { LogRow } from './LogRow';
import type { StepLog } from './StepLog';
import type { LogMatches } from './useLogSearch';
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
  rowCount: number;
  label: string;
  wrap: boolean;
  showTimes: boolean;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
  matches: LogMatches;
  hrefOf: (line: number) => string;
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
  const { log, rowCount, wrap, isFollowing, matches } = props;
  const { onScroll, onReaderMoves } = props;
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useViewSize(scroller);
  const { heights, wrapped } = useRowHeights(log, rowCount, props, size.width);
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
      showLine: line => show(log.gaps.rowOfLine(line), 'center'),
      showEnd,
      showStart: () => show(0, 'start'),
      firstLine: () => {
        const shown = log.gaps.rowAt(viewport.firstRow);
        return shown.kind === 'line' ? shown.line : 0;
      },
    }),
    [show, showEnd, log, viewport],
  );
  useLayoutEffect(() => {
    if (isFollowing) showEnd();
  }, [isFollowing, showEnd]);

  // Before anything is painted: rows that turned out to be of another height are put where they belong.
  const list = useRef<HTMLDivElement>(null);
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
          className={`${classes.rows}${wrap ? ` ${classes.rowsWrapped}` : ''}`}
          style={{ transform: `translateY(${window.top}px)` }}
        >
          {items.map(index => {
            const row = log.gaps.rowAt(index);
            const key = wrap ? index : index % reuse;
            return row.kind === 'gap' ? (
              <div key={key} className={classes.gap} data-row={index}>
                {t('log.gap', { says: row.says })}
              </div>
            ) : (
              <LogRow
                key={key}
                row={index}
                classes={classes}
                hiddenWords={hiddenWords}
                log={log}
                line={row.line}
                href={props.hrefOf(row.line)}
                onPick={props.onPick}
                pattern={matches.patternIn(row.line)}
                currentMatch={
                  matches.place?.line === row.line
                    ? matches.place.ordinal
                    : undefined
                }
                isPicked={isWithin(row.line + 1, props.picked)}
                isError={
                  props.error !== undefined &&
                  row.line >= props.error.from &&
                  row.line < props.error.to
                }
                showTime={props.showTimes}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
});

function isWithin(number: number, range: LineRange | undefined): boolean {
  return range !== undefined && number >= range.from && number <= range.to;
}
