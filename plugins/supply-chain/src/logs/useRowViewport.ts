import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import type { RowHeights } from './rows/RowHeights';
import { RowViewport, type RowAlign, type RowWindow } from './rows/RowViewport';

/** ms without a scroll until the scroll bar may be put right: a wheel's notches are closer together. */
const AT_REST = 150;

export type ViewSize = { width: number; height: number };

/** What a list of rows asks of its scrolling element. */
export type Rows = {
  window: RowWindow;
  elementHeight: number;
  viewport: RowViewport;
  show: (row: number, align: RowAlign) => void;
  /** Rows turned out to be of other heights: once more before anything is painted. */
  heightsChanged: () => void;
};

/**
 * Connects a {@link RowViewport} with the element that scrolls: what the reader does comes in, and where the scroll
 * bar has to be goes out, each within the same frame. `onMove`: so many px by the reader.
 */
export function useRowViewport(
  scroller: RefObject<HTMLElement>,
  heights: RowHeights,
  size: ViewSize,
  onMove: (by: number, atEnd: boolean) => void,
): Rows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [viewport] = useState(() => new RowViewport(heights, size.height));
  const last = useRef<{ heights: RowHeights; total: number; height: number }>();
  const { total } = heights;
  const { height } = size;
  if (
    last.current?.heights !== heights ||
    last.current.total !== total ||
    last.current.height !== height
  ) {
    viewport.update(heights, height);
    last.current = { heights, total: heights.total, height };
  }
  const window = viewport.window();
  const drawn = useRef(window);
  drawn.current = window;

  /** Where the scroll bar is, as far as we know without asking: asking would lay the page out once more. */
  const bar = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || bar.current === viewport.scrollTop) return;
    bar.current = viewport.scrollTop;
    element.scrollTop = viewport.scrollTop;
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      bar.current = element.scrollTop;
      const by = viewport.scrolledTo(bar.current);
      if (by === 0 && isSame(drawn.current, viewport.window())) return;
      if (viewport.mustSettle) viewport.settle();
      // Before this frame is painted; React would wait for the next one.
      if (!isSame(drawn.current, viewport.window())) flushSync(redraw);
      onMove(by, viewport.isAtEnd);
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (viewport.settle()) redraw();
      }, AT_REST);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', scrolled);
    };
  }, [scroller, viewport, onMove]);

  const show = useCallback(
    (row: number, align: RowAlign) => {
      viewport.show(row, align);
      redraw();
    },
    [viewport],
  );
  const heightsChanged = useCallback(() => {
    viewport.changed();
    redraw();
  }, [viewport]);
  return {
    window,
    elementHeight: viewport.elementHeight,
    viewport,
    show,
    heightsChanged,
  };
}

function isSame(one: RowWindow, other: RowWindow): boolean {
  return (
    one.first === other.first &&
    one.last === other.last &&
    Math.abs(one.top - other.top) < 0.5
  );
}
