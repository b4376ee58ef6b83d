/** What was seen in a line while it was indexed: one number a line, of these bits. */
export const TRAIT = {
  /** It has escape sequences, all of them plain `ESC [ … m`: its text is its bytes without them. */
  styled: 1,
  /** Its text is not its bytes: control characters, movements, other escapes, bidirectional controls. It must be rendered. */
  odd: 2,
  /** It has bytes that are not ASCII. */
  wide: 4,
} as const;
