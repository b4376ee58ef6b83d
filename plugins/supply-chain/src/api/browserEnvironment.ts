import type { LiveEnvironment } from './LiveEnvironment';

/** The tab we run in. */
export function browserEnvironment(): LiveEnvironment {
  return {
    now: () => performance.now(),
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    isHidden: () => document.hidden,
    onVisibility(listener) {
      document.addEventListener('visibilitychange', listener);
    },
  };
}
