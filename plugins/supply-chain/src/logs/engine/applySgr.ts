import { PLAIN, type SgrColour, type SgrState } from './SgrState';

/** One parameter of `ESC [ … m` with its subparameters: `38:2::255:0:0` is one, `38;2;255;0;0` are five. NaN: left empty. */
export type SgrParameter = readonly number[];

type Mutable = { -readonly [K in keyof SgrState]: SgrState[K] };

/**
 * Style after `ESC [ parameters m` (ECMA-48 8.3.117, and the colours as xterm reads them). Unknown codes change nothing.
 * Blinking (5, 6) and concealed (8) are read and not obeyed: a log does not blink and hides nothing.
 */
export function applySgr(
  before: SgrState,
  parameters: readonly SgrParameter[],
): SgrState {
  if (parameters.length === 0) return PLAIN;
  let state: Mutable = { ...before };
  for (let at = 0; at < parameters.length; at += 1) {
    const parameter = parameters[at] ?? [];
    const code = numberOr(parameter[0], 0);
    if (code === 0) {
      state = {};
    } else if (code === 38 || code === 48 || code === 58) {
      const read = readColour(parameters, at);
      // xterm gives up on the whole sequence when a colour is broken: what follows belongs to nobody.
      if (!read) break;
      at = read.lastParameter;
      if (code === 38) state.foreground = read.colour;
      if (code === 48) state.background = read.colour;
    } else {
      applyCode(state, code, parameter);
    }
  }
  return Object.keys(state).length === 0 ? PLAIN : state;
}

function applyCode(state: Mutable, code: number, parameter: SgrParameter) {
  if (code >= 30 && code <= 37) state.foreground = { palette: code - 30 };
  else if (code >= 40 && code <= 47) state.background = { palette: code - 40 };
  else if (code >= 90 && code <= 97) state.foreground = { palette: code - 82 };
  else if (code >= 100 && code <= 107)
    state.background = { palette: code - 92 };
  else if (code === 4 && parameter[1] === 0) delete state.underline;
  else CODES.get(code)?.(state);
}

const CODES: ReadonlyMap<number, (state: Mutable) => void> = new Map([
  [1, state => void (state.bold = true)],
  [2, state => void (state.dim = true)],
  [3, state => void (state.italic = true)],
  [4, state => void (state.underline = true)],
  [7, state => void (state.inverse = true)],
  [9, state => void (state.strike = true)],
  [21, state => void (state.underline = true)],
  [
    22,
    state => {
      delete state.bold;
      delete state.dim;
    },
  ],
  [23, state => void delete state.italic],
  [24, state => void delete state.underline],
  [27, state => void delete state.inverse],
  [29, state => void delete state.strike],
  [39, state => void delete state.foreground],
  [49, state => void delete state.background],
  [53, state => void (state.overline = true)],
  [55, state => void delete state.overline],
]);

/** Reads `38;5;n`, `38;2;r;g;b`, `38:5:n`, `38:2:r:g:b` and `38:2:<colour space>:r:g:b`. */
function readColour(
  parameters: readonly SgrParameter[],
  at: number,
): { colour: SgrColour; lastParameter: number } | undefined {
  const own = parameters[at] ?? [];
  if (own.length > 1) {
    const values =
      own[1] === 2 && own.length >= 6 ? own.slice(3) : own.slice(2);
    const colour = colourOf(own[1], values);
    return colour && { colour, lastParameter: at };
  }
  const mode = parameters[at + 1]?.[0];
  const size = mode === 2 ? 3 : 1;
  const values = parameters
    .slice(at + 2, at + 2 + size)
    .map(parameter => parameter[0] ?? NaN);
  const colour = colourOf(mode, values);
  return colour && { colour, lastParameter: at + 1 + size };
}

function colourOf(
  mode: number | undefined,
  values: readonly number[],
): SgrColour | undefined {
  if (mode === 5 && values.length >= 1) {
    const palette = numberOr(values[0], 0);
    return palette <= 255 ? { palette } : undefined;
  }
  if (mode === 2 && values.length >= 3) {
    const [red, green, blue] = values.map(value =>
      Math.min(255, numberOr(value, 0)),
    );
    return { rgb: [red ?? 0, green ?? 0, blue ?? 0] };
  }
  return undefined;
}

function numberOr(value: number | undefined, fallback: number): number {
  return value === undefined || Number.isNaN(value) ? fallback : value;
}
