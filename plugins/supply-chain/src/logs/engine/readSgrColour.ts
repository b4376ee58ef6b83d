import { paletteColour, rgbColour } from './sgrBits';
import type { SgrParameters } from './SgrParameters';

const PALETTE = 5;
const RGB = 2;

/**
 * Reads `38;5;n`, `38:5:n`, `38;2;r;g;b`, `38:2:<colour space>:r:g:b` and their mixtures, which parameter `at` opens,
 * as xterm.js does: the slots [38, kind, colour space, red or index, green, blue] are filled from what follows, the
 * colour space only where there are colons (a semicolon form has none). `38:2:r:g:b`, which some programs write, has
 * the colour space in the place of red for xterm.js, and so for us. Values wrap at 256. `lastParameter` is the last one
 * that belongs to the colour, also of a broken one.
 */
export function readSgrColour(
  parameters: SgrParameters,
  at: number,
): { colour: number | undefined; lastParameter: number } {
  SLOTS.fill(0);
  let shift = 0;
  let advance = 0;
  do {
    SLOTS[advance + shift] = parameters.at(at + advance);
    const subs = parameters.subCount(at + advance);
    if (subs > 0) {
      for (let sub = 0; sub < subs; sub += 1) {
        if (SLOTS[1] === PALETTE) shift = 1;
        const slot = advance + sub + 1 + shift;
        if (slot < SLOTS.length)
          SLOTS[slot] = parameters.sub(at + advance, sub);
      }
      break;
    }
    const filled = advance + shift;
    if (SLOTS[1] === PALETTE && filled >= 2) break;
    if (SLOTS[1] === RGB && filled >= 5) break;
    if (SLOTS[1] !== 0) shift = 1;
    advance += 1;
  } while (advance + at < parameters.length && advance + shift < SLOTS.length);
  return { colour: colourIn(SLOTS), lastParameter: at + advance };
}

const SLOTS = new Int32Array(6);

function colourIn(slots: Int32Array): number | undefined {
  const value = (slot: number) => Math.max(0, slots[slot] ?? 0);
  if (slots[1] === RGB) return rgbColour(value(3), value(4), value(5));
  if (slots[1] === PALETTE) return paletteColour(value(3) & 0xff);
  return undefined;
}
