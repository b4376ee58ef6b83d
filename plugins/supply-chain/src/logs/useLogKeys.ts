import { useEffect, useRef, type RefObject } from 'react';

/** What a key does, by `KeyboardEvent.key`. */
export type LogKeys = Readonly<Record<string, () => void>>;

/**
 * Single keys for as long as the log is on screen, wherever the focus is within it or nowhere. Never while one
 * types, with a modifier, or when another part of the page has the focus.
 */
export function useLogKeys(root: RefObject<HTMLElement>, keys: LogKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (event.altKey || !isMeant(event.target, root.current)) return;
      const known = latest.current;
      const action = Object.hasOwn(known, event.key) && known[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [root]);
}

function isMeant(target: EventTarget | null, root: HTMLElement | null) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable=true]'))
    return false;
  return target === document.body || root?.contains(target) === true;
}
