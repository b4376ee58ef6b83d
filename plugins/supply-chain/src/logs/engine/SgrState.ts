/** A colour as an escape names it: one of the 256 of the palette (0-15 are the theme's), or 24 bits. */
export type SgrColour =
  | { readonly palette: number }
  | { readonly rgb: readonly [number, number, number] };

/** Underlines in the order of their numbers in `ESC[4:n m`, from 1. */
export const UNDERLINES = [
  'single',
  'double',
  'curly',
  'dotted',
  'dashed',
] as const;

/** How text looks from here on. Never changed in place: one object may be the style of a hundred spans. */
export type SgrState = {
  readonly foreground?: SgrColour;
  readonly background?: SgrColour;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: (typeof UNDERLINES)[number];
  readonly overline?: true;
  readonly strike?: true;
  readonly inverse?: true;
  /** Known, so that it can be told apart; not obeyed: a log does not blink. */
  readonly blink?: true;
  /** Known, not obeyed: a log hides nothing. */
  readonly concealed?: true;
};

/** No style at all. Compared by identity in the fast paths. */
export const PLAIN: SgrState = Object.freeze({});
