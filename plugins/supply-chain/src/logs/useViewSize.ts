import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ViewSize } from './useRowViewport';

/** What of an element is seen within its scroll bars, in px. */
export function useViewSize(ref: RefObject<HTMLElement>): ViewSize {
  const [size, setSize] = useState<ViewSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const width = element.clientWidth;
      const height = element.clientHeight;
      setSize(was =>
        was.width === width && was.height === height ? was : { width, height },
      );
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    // Also tells when a scroll bar comes or goes: it watches what is within them.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
