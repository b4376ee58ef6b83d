/** Time, chance and the tab, from outside. */
export interface LiveEnvironment {
  /** Milliseconds on a clock that nobody sets. */
  now(): number;
  /** Calls `then` after so many milliseconds, unless the returned function was called before. */
  after(ms: number, then: () => void): () => void;
  /** 0 <= n < 1. */
  random(): number;
  isHidden(): boolean;
  /** Calls `listener` whenever `isHidden` changes. */
  onVisibility(listener: () => void): void;
}
