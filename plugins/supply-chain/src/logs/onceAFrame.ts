/** ms. Changes within one frame are drawn together; timers, unlike frames, go on in a hidden tab. */
const FRAME = 16;

/** Calls what it is given, but at most once a frame: the first of what came meanwhile. */
export function onceAFrame(): (flush: () => void) => void {
  let waiting = false;
  return flush => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      flush();
    }, FRAME);
  };
}
