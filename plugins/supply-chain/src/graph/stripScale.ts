import type { StripScale } from './edgePath';

/** Pixels. Narrower, and a word of a recorded stage's title ("Descriptors") does not fit its line. */
const NARROWEST = 128;
/** Wider, and a short chain looks stretched. */
const WIDEST = 224;
/** Between two columns: an arrow with air around it. */
const GAP = 20;

/** How wide cards are so that all columns fit; at the narrowest they do not have to, and the strip scrolls. */
export function stripScale(
  columns: number,
  width: number | undefined,
): StripScale {
  const fitting =
    width === undefined || columns === 0
      ? NARROWEST
      : Math.floor((width - (columns - 1) * GAP) / columns);
  const card = Math.min(WIDEST, Math.max(NARROWEST, fitting));
  return { card, column: card + GAP };
}
