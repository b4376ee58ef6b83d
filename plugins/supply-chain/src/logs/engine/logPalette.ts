import type { Rgb } from './contrast';

/** Ground and text of the log viewer: dark in both themes, as every terminal that these tools write for. */
export const LOG_GROUND: Rgb = [13, 17, 22];
export const LOG_TEXT: Rgb = [213, 221, 229];

/** Grounds of rows that are marked: as the cause of a failure, or by the reader. */
export const LOG_ERROR_GROUND: Rgb = [59, 31, 34];
export const LOG_PICKED_GROUND: Rgb = [28, 45, 74];

/** The ground on which light text is hardest to read: what can be read here can be read on all of them. */
export const LOG_HARDEST_GROUND = LOG_PICKED_GROUND;

/** The sixteen colours that escapes name, each at least 4.5:1 on every ground: black must be seen too. */
const NAMED: readonly Rgb[] = [
  [140, 152, 165],
  [255, 123, 114],
  [110, 206, 148],
  [219, 171, 73],
  [110, 178, 255],
  [214, 144, 240],
  [86, 204, 214],
  [200, 208, 216],
  [163, 175, 188],
  [255, 161, 152],
  [126, 226, 168],
  [242, 204, 96],
  [150, 202, 255],
  [230, 178, 250],
  [120, 230, 238],
  [240, 246, 252],
];

/** Levels of the 6x6x6 cube of xterm's 256 colours. */
const CUBE = [0, 95, 135, 175, 215, 255] as const;

/** Colour `index` of the 256: 16 named ones, the cube, 24 greys. */
export function logPalette(index: number): Rgb {
  const named = NAMED[index];
  if (named) return named;
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const at = index - 16;
  const level = (of: number) => CUBE[of % 6] ?? 0;
  return [level(Math.floor(at / 36)), level(Math.floor(at / 6)), level(at)];
}
