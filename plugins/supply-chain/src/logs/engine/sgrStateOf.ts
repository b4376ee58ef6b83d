import { FLAG, IS_RGB, NO_COLOUR, UNDERLINE_SHIFT } from './sgrBits';
import { PLAIN, UNDERLINES, type SgrColour, type SgrState } from './SgrState';

/** Styles kept: a log uses some dozens; one that paints in true colours may use any number. */
const KEPT = 1000;

const known = new Map<string, SgrState>();

/** The style that the numbers of a pen stand for. The same numbers give the same object, as long as it is kept. */
export function sgrStateOf(
  flags: number,
  foreground: number,
  background: number,
): SgrState {
  if (flags === 0 && foreground === NO_COLOUR && background === NO_COLOUR)
    return PLAIN;
  const key = `${flags},${foreground},${background}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= KEPT) known.clear();
  const state = compose(flags, foreground, background);
  known.set(key, state);
  return state;
}

function compose(
  flags: number,
  foreground: number,
  background: number,
): SgrState {
  const front = colourOf(foreground);
  const back = colourOf(background);
  const underline =
    UNDERLINES[((flags & FLAG.underline) >> UNDERLINE_SHIFT) - 1];
  return Object.freeze({
    ...(front && { foreground: front }),
    ...(back && { background: back }),
    ...(flags & FLAG.bold && { bold: true as const }),
    ...(flags & FLAG.dim && { dim: true as const }),
    ...(flags & FLAG.italic && { italic: true as const }),
    ...(underline && { underline }),
    ...(flags & FLAG.overline && { overline: true as const }),
    ...(flags & FLAG.strike && { strike: true as const }),
    ...(flags & FLAG.inverse && { inverse: true as const }),
    ...(flags & FLAG.blink && { blink: true as const }),
    ...(flags & FLAG.concealed && { concealed: true as const }),
  });
}

function colourOf(colour: number): SgrColour | undefined {
  if (colour === NO_COLOUR) return undefined;
  if (colour < IS_RGB) return { palette: colour & 0xff };
  return { rgb: [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff] };
}
