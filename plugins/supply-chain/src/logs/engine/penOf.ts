import {
  FLAG,
  NO_COLOUR,
  paletteColour,
  rgbColour,
  UNDERLINE_SHIFT,
} from './sgrBits';
import { SgrPen } from './SgrPen';
import { PLAIN, UNDERLINES, type SgrColour, type SgrState } from './SgrState';

/** A pen that writes in this style. */
export function penOf(state: SgrState): SgrPen {
  const pen = new SgrPen();
  if (state === PLAIN) return pen;
  let flags = 0;
  if (state.bold) flags |= FLAG.bold;
  if (state.dim) flags |= FLAG.dim;
  if (state.italic) flags |= FLAG.italic;
  if (state.blink) flags |= FLAG.blink;
  if (state.inverse) flags |= FLAG.inverse;
  if (state.concealed) flags |= FLAG.concealed;
  if (state.strike) flags |= FLAG.strike;
  if (state.overline) flags |= FLAG.overline;
  if (state.underline)
    flags |= (UNDERLINES.indexOf(state.underline) + 1) << UNDERLINE_SHIFT;
  pen.set(flags, numberOf(state.foreground), numberOf(state.background));
  return pen;
}

function numberOf(colour: SgrColour | undefined): number {
  if (!colour) return NO_COLOUR;
  return 'palette' in colour
    ? paletteColour(colour.palette)
    : rgbColour(...colour.rgb);
}
