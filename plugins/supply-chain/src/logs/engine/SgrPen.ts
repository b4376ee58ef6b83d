import { readSgrColour } from './readSgrColour';
import { SgrParameters } from './SgrParameters';
import { FLAG, NO_COLOUR, paletteColour, UNDERLINE_SHIFT } from './sgrBits';
import { sgrStateOf } from './sgrStateOf';
import type { SgrState } from './SgrState';

/** A style while it changes, in three numbers: what the index keeps and a million escapes are applied to. */
export class SgrPen {
  foreground = NO_COLOUR;
  background = NO_COLOUR;
  /** {@link FLAG}s, and the kind of underline. */
  flags = 0;

  get state(): SgrState {
    return sgrStateOf(this.flags, this.foreground, this.background);
  }

  set(flags: number, foreground: number, background: number): void {
    this.flags = flags;
    this.foreground = foreground;
    this.background = background;
  }

  /**
   * Obeys `ESC [ bytes[from, to) m` (ECMA-48 8.3.117, and the colours as xterm reads them). Unknown codes change
   * nothing. Underline colours (58) are read over.
   */
  apply(bytes: Uint8Array, from: number, to: number): void {
    if (to - from > SHORT) {
      this.applyParameters(bytes, from, to);
      return;
    }
    let code = 0;
    let start = from;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? SEMICOLON;
      if (byte < COLON) {
        code = code * 10 + byte - ZERO;
      } else if (byte === COLON || opensColour(code)) {
        this.applyParameters(bytes, start, to);
        return;
      } else {
        this.applyCode(code, ONE_LINE);
        code = 0;
        start = at + 1;
      }
    }
    if (opensColour(code)) this.applyParameters(bytes, start, to);
    else this.applyCode(code, ONE_LINE);
  }

  private applyParameters(bytes: Uint8Array, from: number, to: number): void {
    PARAMETERS.read(bytes, from, to);
    for (let at = 0; at < PARAMETERS.length; at += 1) {
      const code = PARAMETERS.at(at);
      if (opensColour(code)) at = this.applyColour(code, at);
      else
        this.applyCode(
          code,
          PARAMETERS.subCount(at) > 0 ? PARAMETERS.sub(at, 0) : ONE_LINE,
        );
    }
  }

  /** Returns the last parameter that belongs to the colour. */
  private applyColour(code: number, at: number): number {
    const { colour, lastParameter } = readSgrColour(PARAMETERS, at);
    if (colour !== undefined) {
      if (code === 38) this.foreground = colour;
      if (code === 48) this.background = colour;
    }
    return lastParameter;
  }

  /** `lines`: what an underline looks like, where it is one. */
  private applyCode(code: number, lines: number): void {
    if (code >= 30 && code <= 37) this.foreground = paletteColour(code - 30);
    else if (code >= 40 && code <= 47)
      this.background = paletteColour(code - 40);
    else if (code >= 90 && code <= 97)
      this.foreground = paletteColour(code - 82);
    else if (code >= 100 && code <= 107)
      this.background = paletteColour(code - 92);
    else if (code === 0) this.set(0, NO_COLOUR, NO_COLOUR);
    else if (code === 4) this.underline(lines);
    else if (code === 21) this.underline(2);
    else if (code === 39) this.foreground = NO_COLOUR;
    else if (code === 49) this.background = NO_COLOUR;
    else this.flags = (this.flags & ~(OFF[code] ?? 0)) | (ON[code] ?? 0);
  }

  private underline(kind: number): void {
    const known = kind < 0 || kind > 5 ? 1 : kind;
    this.flags = (this.flags & ~FLAG.underline) | (known << UNDERLINE_SHIFT);
  }
}

const PARAMETERS = new SgrParameters();

/** The kind of underline that is meant where none is named. */
const ONE_LINE = 1;

const ZERO = 0x30;
const COLON = 0x3a;
const SEMICOLON = 0x3b;

/**
 * Bytes of a sequence that is obeyed while it is read, number by number, as long as no colour and no subparameter comes:
 * nearly all of a log. Its numbers are fewer than those that count.
 */
const SHORT = 24;

/** What follows belongs to a colour: foreground, background, underline. */
function opensColour(code: number): boolean {
  return code === 38 || code === 48 || code === 58;
}

/** Flags that a code sets. */
const ON: Readonly<Record<number, number>> = {
  1: FLAG.bold,
  2: FLAG.dim,
  3: FLAG.italic,
  5: FLAG.blink,
  7: FLAG.inverse,
  8: FLAG.concealed,
  9: FLAG.strike,
  53: FLAG.overline,
};

/** Flags that a code takes away. */
const OFF: Readonly<Record<number, number>> = {
  22: FLAG.bold | FLAG.dim,
  23: FLAG.italic,
  24: FLAG.underline,
  25: FLAG.blink,
  27: FLAG.inverse,
  28: FLAG.concealed,
  29: FLAG.strike,
  55: FLAG.overline,
};
