/** A colour as an escape names it: one of the 256 of the palette (0-15 are the theme's), or 24 bits. */
export type SgrColour =
  | { readonly palette: number }
  | { readonly rgb: readonly [number, number, number] };

/** How text looks from here on. Never changed in place: the same object may be a checkpoint and the style of a hundred spans. */
export type SgrState = {
  readonly foreground?: SgrColour;
  readonly background?: SgrColour;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly overline?: true;
  readonly strike?: true;
  readonly inverse?: true;
};

/** No style at all. Compared by identity in the fast paths. */
export const PLAIN: SgrState = Object.freeze({});
