import { useCallback, useState } from 'react';

/**
 * The width of an element in CSS pixels, and the ref to put on it. What fits depends on the place we are given
 * (a tab, a card, beside a sidebar), not on the window. Undefined until it was measured.
 */
export function useWidth(): [
  width: number | undefined,
  ref: (element: HTMLElement | null) => void,
] {
  const [width, setWidth] = useState<number>();
  const [stop] = useState<{ last?: () => void }>({});

  const ref = useCallback(
    (element: HTMLElement | null) => {
      stop.last?.();
      delete stop.last;
      if (!element) return;
      const measure = () => {
        const { width: now } = element.getBoundingClientRect();
        // Nothing is laid out (tests, display: none): nothing is known.
        if (now > 0) setWidth(Math.round(now));
      };
      measure();
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      stop.last = () => observer.disconnect();
    },
    [stop],
  );
  return [width, ref];
}
