/** A mark that something has changed since it was last looked at. Marks between two looks count once. */
export class Dirty {
  #marked = true;
  #wake: (() => void) | undefined;

  mark(): void {
    this.#marked = true;
    this.#wake?.();
  }

  /** Resolves when marked, at once if it is, and takes the mark away. */
  async taken(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.#marked) {
      await new Promise<void>((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', onAbort);
          this.#wake = undefined;
          resolve();
        };
      });
    }
    this.#marked = false;
  }
}
