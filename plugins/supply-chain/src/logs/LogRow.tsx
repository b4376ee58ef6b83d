import { memo, type MouseEvent } from 'react';
import { markSpans } from './engine/markSpans';
import { renderLine } from './engine/renderLine';
import { PLAIN } from './engine/SgrState';
import { spanCss } from './engine/spanCss';
import type { StepLog } from './StepLog';
import type { useLogStyles } from './useLogStyles';

export type LogRowProps = {
  /** From the list, once for all rows: a hook in each row costs more than the row. */
  classes: ReturnType<typeof useLogStyles>;
  /** Words for so many bytes that are left out. */
  hiddenWords: (bytes: number) => string;
  log: StepLog;
  /** Its place among the rows. */
  row: number;
  /** From 0. */
  line: number;
  /** A last line without newline may still grow. */
  bytes: number;
  /** Undefined where lines have no address. */
  href: string | undefined;
  /** With shift a range grows from the line picked before. */
  onPick: (line: number, extend: boolean) => void;
  /** What to mark. */
  pattern: RegExp | undefined;
  /** The reader's match, when it is in this line. */
  currentMatch: number | undefined;
  isPicked: boolean;
  isError: boolean;
  /** When it was written, in words of one width; undefined when times are not shown. */
  time: string | undefined;
};

/** One line: a number that links to it, when it was written, and its text in its colours. Text only, never markup. */
export const LogRow = memo(function Line({
  classes,
  hiddenWords,
  log,
  row,
  line,
  href,
  onPick,
  pattern,
  currentMatch,
  isPicked,
  isError,
  time,
}: LogRowProps) {
  const rendered = renderLine(log.buffer.line(line), log.styles.at(line));
  const spans = markSpans(rendered.spans, pattern, currentMatch);
  const hidden = log.buffer.hiddenBytes(line) + (log.cut.get(line) ?? 0);
  const pick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    onPick(line, event.shiftKey);
  };
  const marks = `${isError ? ` ${classes.error}` : ''}${
    isPicked ? ` ${classes.picked}` : ''
  }`;
  return (
    <div
      className={`${classes.row}${marks}`}
      data-row={row}
      data-line={line + 1}
      aria-current={isPicked ? 'true' : undefined}
    >
      {href === undefined ? (
        <button
          type="button"
          className={classes.number}
          onClick={pick}
          tabIndex={-1}
        >
          {line + 1}
        </button>
      ) : (
        <a className={classes.number} href={href} onClick={pick} tabIndex={-1}>
          {line + 1}
        </a>
      )}
      {time !== undefined && <span className={classes.time}>{time}</span>}
      <span className={classes.text} data-text>
        {spans.map(({ text, style, mark }, index) => {
          if (mark)
            return (
              <mark
                key={index}
                className={mark === 'current' ? classes.current : classes.match}
              >
                {text}
              </mark>
            );
          // Most text is plain: an element less for each.
          if (style === PLAIN) return text;
          return (
            <span key={index} style={spanCss(style)}>
              {text}
            </span>
          );
        })}
        {hidden > 0 && (
          <span className={classes.aside}>{hiddenWords(hidden)}</span>
        )}
      </span>
    </div>
  );
});
