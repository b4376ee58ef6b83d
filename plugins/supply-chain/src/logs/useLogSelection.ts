import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { drawable, pointAt, type DomSelection } from './drawnSelection';
import type { RowList } from './engine/RowList';
import { selectedText, type LogSelection } from './selectedText';
import type { StepLog } from './StepLog';

/**
 * Selecting text over rows that come and go: the browser's selection knows only what is drawn, so the log's is
 * remembered by lines, drawn again after each render, and put into the clipboard as plain text.
 */
export function useLogSelection(
  scroller: RefObject<HTMLElement>,
  list: RefObject<HTMLElement>,
  log: StepLog,
  rows: RowList,
): void {
  const selected = useRef<LogSelection>();
  /** What we have told the browser; undefined when none of the selection is on screen. */
  const drawn = useRef<DomSelection>();

  const draw = useCallback(() => {
    const browsers = document.getSelection();
    if (!selected.current || !list.current || !browsers) return;
    drawn.current = drawable(list.current, selected.current);
    if (!drawn.current) {
      browsers.removeAllRanges();
      return;
    }
    const { anchor, focus } = drawn.current;
    if (isDrawn(browsers, drawn.current)) return;
    browsers.setBaseAndExtent(
      anchor.node,
      anchor.offset,
      focus.node,
      focus.offset,
    );
  }, [list]);
  useLayoutEffect(draw);

  useEffect(() => {
    selected.current = undefined;
  }, [log]);

  useEffect(() => {
    const changed = () => {
      const browsers = document.getSelection();
      const { current: element } = list;
      if (!browsers || !element) return;
      // Ours, or ours that scrolled out of sight and is none of the browser's.
      if (isDrawn(browsers, drawn.current)) return;
      const now = domSelection(browsers);
      if (!now || browsers.isCollapsed || !element.contains(now.anchor.node)) {
        selected.current = undefined;
        drawn.current = undefined;
        return;
      }
      const before = selected.current;
      const end = (which: 'anchor' | 'focus') =>
        before && isSame(now[which], drawn.current?.[which])
          ? before[which]
          : pointAt(element, now[which]);
      const anchor = end('anchor');
      const focus = end('focus');
      selected.current = anchor && focus && { anchor, focus };
      drawn.current = now;
    };
    // Who presses elsewhere begins anew; the browser tells of the change later.
    const pressed = (event: PointerEvent) => {
      if (event.button === 0 && !event.shiftKey && !isOnBar(event))
        selected.current = undefined;
    };
    const isOnBar = ({ target, offsetX, offsetY }: PointerEvent) =>
      target instanceof HTMLElement &&
      target === scroller.current &&
      (offsetX >= target.clientWidth || offsetY >= target.clientHeight);
    const copied = (event: ClipboardEvent) => {
      if (!selected.current || isField(event.target)) return;
      const text = selectedText(log, rows, selected.current);
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('selectionchange', changed);
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('copy', copied);
    return () => {
      document.removeEventListener('selectionchange', changed);
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('copy', copied);
    };
  }, [scroller, list, log, rows]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const all = (event: KeyboardEvent) => {
      if (event.key !== 'a' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      selected.current = {
        anchor: { line: 0, column: 0 },
        focus: {
          line: Math.max(0, log.buffer.lineCount - 1),
          column: Infinity,
        },
      };
      draw();
    };
    element.addEventListener('keydown', all);
    return () => element.removeEventListener('keydown', all);
  }, [scroller, log, draw]);
}

function domSelection(selection: Selection): DomSelection | undefined {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode) return undefined;
  return {
    anchor: { node: anchorNode, offset: anchorOffset },
    focus: { node: focusNode, offset: focusOffset },
  };
}

function isDrawn(selection: Selection, drawn: DomSelection | undefined) {
  const now = domSelection(selection);
  return isSame(now?.anchor, drawn?.anchor) && isSame(now?.focus, drawn?.focus);
}

type Point = DomSelection['anchor'] | undefined;

function isSame(one: Point, other: Point): boolean {
  return one?.node === other?.node && one?.offset === other?.offset;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea');
}
