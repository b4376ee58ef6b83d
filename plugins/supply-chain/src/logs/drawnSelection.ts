import { inOrder, type LogPoint, type LogSelection } from './selectedText';

/** A place in the document, as the browser's selection has it. */
export type DomPoint = { readonly node: Node; readonly offset: number };

export type DomSelection = {
  readonly anchor: DomPoint;
  readonly focus: DomPoint;
};

/**
 * Where in the log a place of the document is. What is outside of the list counts as its nearest end: who drags beyond
 * it means all on that side.
 */
export function pointAt(
  list: HTMLElement,
  { node, offset }: DomPoint,
): LogPoint | undefined {
  const rows = linesOf(list);
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return undefined;
  if (!list.contains(node) || node === list) {
    const isBefore =
      node === list
        ? offset === 0
        : (list.compareDocumentPosition(node) &
            Node.DOCUMENT_POSITION_PRECEDING) !==
          0;
    return isBefore
      ? { line: lineOf(first), column: 0 }
      : { line: lineOf(last), column: textOf(last).textContent?.length ?? 0 };
  }
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest<HTMLElement>('[data-line]');
  if (!row) return undefined;
  const text = textOf(row);
  if (text.contains(node)) {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return { line: lineOf(row), column: range.toString().length };
  }
  // Within the number or the time, or between them and the text.
  const isBehind =
    node === row
      ? offset > [...row.children].indexOf(text)
      : (text.compareDocumentPosition(node) &
          Node.DOCUMENT_POSITION_FOLLOWING) !==
        0;
  return {
    line: lineOf(row),
    column: isBehind ? text.textContent?.length ?? 0 : 0,
  };
}

/** What of a selection can be drawn on the rows that are there; undefined when none of it can. */
export function drawable(
  list: HTMLElement,
  selection: LogSelection,
): DomSelection | undefined {
  const rows = linesOf(list);
  const [start, end] = inOrder(selection);
  const seen = rows.filter(
    row => lineOf(row) >= start.line && lineOf(row) <= end.line,
  );
  const [first] = seen;
  const last = seen[seen.length - 1];
  if (!first || !last) return undefined;
  const from = domPoint(
    textOf(first),
    lineOf(first) === start.line ? start.column : 0,
  );
  const to = domPoint(
    textOf(last),
    lineOf(last) === end.line ? end.column : Infinity,
  );
  return start === selection.anchor
    ? { anchor: from, focus: to }
    : { anchor: to, focus: from };
}

function domPoint(text: Element, column: number): DomPoint {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = column;
  let last: DomPoint = { node: text, offset: 0 };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

function linesOf(list: HTMLElement): HTMLElement[] {
  // React keeps rows where they are and gives them other lines: their order in the document is not that of the log.
  return [...list.querySelectorAll<HTMLElement>('[data-line]')].sort(
    (one, other) => lineOf(one) - lineOf(other),
  );
}

const lineOf = (row: HTMLElement) => Number(row.dataset.line) - 1;
const textOf = (row: HTMLElement) => row.querySelector('[data-text]') ?? row;
