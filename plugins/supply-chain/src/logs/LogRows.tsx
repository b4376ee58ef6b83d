import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useVirtualizer } from '@tanstack/react-virtual';
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
import { ROW_HEIGHT, useLogStyles } from './useLogStyles';

/** Rows drawn above and below what is seen, so that a quick scroll shows no empty ground. */
const OVERSCAN = 12;

/** px from the end that still count as the end: a fraction of a row, as zoomed browsers report. */
const NEAR_END = 8;

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
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });

  const showLine = useCallback(
    (line: number) =>
      virtual.scrollToIndex(log.gaps.rowOfLine(line), { align: 'center' }),
    [virtual, log],
  );
  const showEnd = useCallback(() => {
    if (rowCount > 0) virtual.scrollToIndex(rowCount - 1, { align: 'end' });
  }, [virtual, rowCount]);

  useImperativeHandle(
    ref,
    () => ({
      showLine,
      showEnd,
      showStart: () => virtual.scrollToIndex(0),
      firstLine: () => {
        const offset = virtual.scrollOffset ?? 0;
        const row = virtual.getVirtualItemForOffset(offset)?.index ?? 0;
        const shown = log.gaps.rowAt(row);
        return shown.kind === 'line' ? shown.line : 0;
      },
    }),
    [virtual, log, showLine, showEnd],
  );

  // Other heights hold for every row once lines wrap, or a time stands before them.
  useLayoutEffect(() => virtual.measure(), [virtual, wrap, props.showTimes]);

  useLayoutEffect(() => {
    if (isFollowing) showEnd();
  }, [isFollowing, showEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let before = virtual.scrollOffset ?? 0;
    const scrolled = () => {
      // As the list knows them: asking the browser would lay the page out once more for each scroll.
      const top = virtual.scrollOffset ?? 0;
      const height = virtual.scrollRect?.height ?? 0;
      const atEnd = top + height >= virtual.getTotalSize() - NEAR_END;
      // Rows that come push the end away without a scroll of the reader's: only the way up means "stay here".
      if (atEnd || top < before) onScroll(atEnd);
      before = top;
    };
    const passive = { passive: true };
    element.addEventListener('scroll', scrolled, passive);
    for (const by of READER_MOVES)
      element.addEventListener(by, onReaderMoves, passive);
    return () => {
      element.removeEventListener('scroll', scrolled);
      for (const by of READER_MOVES)
        element.removeEventListener(by, onReaderMoves);
    };
  }, [virtual, onScroll, onReaderMoves]);

  const hiddenWords = useCallback(
    (bytes: number) => t('log.hiddenBytes', { size: formatBytes(bytes) }),
    [t],
  );

  const items = virtual.getVirtualItems();
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
      <div style={{ height: virtual.getTotalSize() }}>
        <div
          className={`${classes.rows}${wrap ? ` ${classes.rowsWrapped}` : ''}`}
          style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
        >
          {items.map(({ index, key }) => {
            const row = log.gaps.rowAt(index);
            return (
              <div
                key={wrap ? key : index % reuse}
                data-index={index}
                ref={wrap ? virtual.measureElement : undefined}
              >
                {row.kind === 'gap' ? (
                  <div className={classes.gap}>
                    {t('log.gap', { says: row.says })}
                  </div>
                ) : (
                  <LogRow
                    classes={classes}
                    hiddenWords={hiddenWords}
                    log={log}
                    line={row.line}
                    href={props.hrefOf(row.line)}
                    onPick={props.onPick}
                    query={matches.query}
                    currentMatch={
                      matches.line === row.line ? matches.ordinal : undefined
                    }
                    isPicked={isWithin(row.line + 1, props.picked)}
                    isError={
                      props.error !== undefined &&
                      row.line >= props.error.from &&
                      row.line < props.error.to
                    }
                    showTime={props.showTimes}
                  />
                )}
              </div>
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
