import { useCallback, useState } from 'react';
import {
  useVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';

/** Rows kept ready above and below what is seen. */
const OVERSCAN = 4;
/** Up to so many, rows or cells of rows, all are on the page: then the browser's own "find" and every test sees them. */
const ALL_UP_TO = 60;

export type ViewportRows = {
  /** Put on the element that holds the rows; its height is `height`. */
  ref: (element: HTMLElement | null) => void;
  height: number;
  items: readonly Pick<VirtualItem, 'index' | 'start'>[];
};

/**
 * Which rows of a fixed height are on screen. It measures where the rows are in the window instead of owning a
 * scrolling box: which ancestor scrolls depends on the app, its sidebar and the width of the window.
 */
export function useViewportRows(
  count: number,
  rowHeight: number,
  /** Cells in a row, each as much work as a row of a list. */
  cells = 1,
): ViewportRows {
  const isLong = count * cells > ALL_UP_TO;
  const [element, setElement] = useState<HTMLElement | null>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: useCallback(() => element, [element]),
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: OVERSCAN,
    observeElementRect: observeWindow,
    observeElementOffset: observePlace,
    scrollToFn: noScroll,
    enabled: isLong,
  });
  return {
    ref: setElement,
    height: count * rowHeight,
    items: isLong
      ? virtualizer.getVirtualItems()
      : Array.from({ length: count }, (_, index) => ({
          index,
          start: index * rowHeight,
        })),
  };
}

type Rows = Virtualizer<HTMLElement, Element>;

function observeWindow(
  _: Rows,
  onRect: (rect: { width: number; height: number }) => void,
) {
  const measure = () =>
    onRect({ width: window.innerWidth, height: window.innerHeight });
  measure();
  window.addEventListener('resize', measure);
  return () => window.removeEventListener('resize', measure);
}

/** The part of the rows that is above the window's upper edge is what has been scrolled by, whoever scrolled it. */
function observePlace(
  { scrollElement }: Rows,
  onOffset: (offset: number, isScrolling: boolean) => void,
) {
  const measure = () =>
    onOffset(
      Math.max(0, -(scrollElement?.getBoundingClientRect().top ?? 0)),
      false,
    );
  measure();
  // Scroll events do not bubble: captured here, those of every ancestor are heard.
  const options = { capture: true, passive: true } as const;
  document.addEventListener('scroll', measure, options);
  window.addEventListener('resize', measure);
  return () => {
    document.removeEventListener('scroll', measure, options);
    window.removeEventListener('resize', measure);
  };
}

function noScroll() {}
