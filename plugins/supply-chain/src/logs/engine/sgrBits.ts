/** The kind of underline (0 none, 1-5) stands from this bit on. */
export const UNDERLINE_SHIFT = 8;

/** How the parts of a style stand in one number. */
export const FLAG = {
  bold: 1,
  dim: 2,
  italic: 4,
  blink: 8,
  inverse: 16,
  concealed: 32,
  strike: 64,
  overline: 128,
  underline: 0b111 << UNDERLINE_SHIFT,
} as const;

/** A colour in one number: which kind in the upper byte, which colour in the others. */
export const NO_COLOUR = 0;
export const IS_PALETTE = 1 << 24;
export const IS_RGB = 2 << 24;

export function paletteColour(index: number): number {
  return IS_PALETTE | index;
}

export function rgbColour(red: number, green: number, blue: number): number {
  return IS_RGB | ((red & 0xff) << 16) | ((green & 0xff) << 8) | (blue & 0xff);
}
