/** ms. Ages are told in seconds at the finest. */
const TICK = 1_000;

/** One timer for all ages on screen; none while there are none. */
class Ticker {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | undefined;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => {
      // Nobody looks: the next tick after coming back is soon enough.
      if (!document.hidden) for (const each of this.listeners) each();
    }, TICK);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  };
}

export const ticker = new Ticker();
