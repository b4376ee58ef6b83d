import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * Shows an element alone on the screen: by the browser where it allows that, else over the whole page (`isOverlay`),
 * as inside frames.
 */
export function useFullScreen(element: RefObject<HTMLElement>): {
  isFull: boolean;
  isOverlay: boolean;
  toggle: () => void;
} {
  const [isNative, setNative] = useState(false);
  const [isOverlay, setOverlay] = useState(false);

  useEffect(() => {
    const changed = () =>
      setNative(
        document.fullscreenElement !== null &&
          document.fullscreenElement === element.current,
      );
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [element]);

  const toggle = useCallback(() => {
    if (isOverlay) setOverlay(false);
    else if (isNative) void document.exitFullscreen();
    else if (element.current?.requestFullscreen)
      element.current.requestFullscreen().catch(() => setOverlay(true));
    else setOverlay(true);
  }, [element, isNative, isOverlay]);

  return { isFull: isNative || isOverlay, isOverlay, toggle };
}
