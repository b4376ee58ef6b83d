import { plainText } from './engine/plainText';
import type { RowList } from './engine/RowList';
import type { StepLog } from './StepLog';

/** A place in the text of a log: a line and a character of what is shown of it, both from 0. */
export type LogPoint = { readonly line: number; readonly column: number };

/** What a reader selected: from where they began to where they are, in either direction. */
export type LogSelection = {
  readonly anchor: LogPoint;
  readonly focus: LogPoint;
};

/** First and last place of a selection, in the order of the text. */
export function inOrder({
  anchor,
  focus,
}: LogSelection): readonly [LogPoint, LogPoint] {
  const isForward =
    anchor.line < focus.line ||
    (anchor.line === focus.line && anchor.column <= focus.column);
  return isForward ? [anchor, focus] : [focus, anchor];
}

/** The selected text as one reads it, whatever of it is drawn: without colours, numbers, times and rows that are no lines. */
export function selectedText(
  log: StepLog,
  rows: RowList,
  selection: LogSelection,
): string {
  const [start, end] = inOrder(selection);
  const texts: string[] = [];
  for (let index = rows.rowOfLine(start.line); index < rows.count; index += 1) {
    const row = rows.rowAt(index);
    if (row.kind !== 'line') continue;
    const { line } = row;
    if (line > end.line) break;
    const text = plainText(log.buffer.line(line));
    texts.push(
      text.slice(
        line === start.line ? start.column : 0,
        line === end.line ? end.column : undefined,
      ),
    );
  }
  return texts.join('\n');
}
