/** What an escape sequence asks for, as far as one line of a log can obey it. `end`: the first byte after it. */
export type Escape = {
  end: number;
} /** Style: the parameters are the bytes `[from, to)`. */ & (
  | { kind: 'sgr'; from: number; to: number }
  /** To a column (0-based), or by so many columns. */
  | { kind: 'column'; to: number }
  | { kind: 'move'; by: number }
  /** Erase from the cursor to the end (0), to the start (1), or the whole line (2). */
  | { kind: 'erase'; mode: number }
  | { kind: 'dropped' }
);

export const ESC = 0x1b;
const BEL = 0x07;
const BACKSLASH = 0x5c;

/** Largest column or distance that counts; no line is that long. */
const MAX_COLUMN = 999_999;

/**
 * Reads the escape sequence that starts at `at` (ECMA-48 5.3-5.6). Never reads beyond the line: a sequence that a
 * newline cuts is dropped, but for command strings (OSC, DCS), whose text would vanish with them: of these only the
 * two bytes that open them are dropped.
 */
export function readEscape(line: Uint8Array, at: number): Escape {
  const opener = line[at + 1];
  if (opener === undefined) return { kind: 'dropped', end: at + 1 };
  if (opener === 0x5b) return readControlSequence(line, at + 2);
  if (STRINGS.has(opener)) return readString(line, at + 2);
  let end = at + 1;
  while (isBetween(line[end], 0x20, 0x2f)) end += 1;
  if (isBetween(line[end], 0x30, 0x7e)) end += 1;
  return { kind: 'dropped', end };
}

/** DCS, SOS, OSC, PM, APC. */
const STRINGS: ReadonlySet<number> = new Set([0x50, 0x58, 0x5d, 0x5e, 0x5f]);

function readString(line: Uint8Array, from: number): Escape {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === BEL) return { kind: 'dropped', end: at + 1 };
    if (line[at] === ESC && line[at + 1] === BACKSLASH)
      return { kind: 'dropped', end: at + 2 };
  }
  return { kind: 'dropped', end: from };
}

function readControlSequence(line: Uint8Array, from: number): Escape {
  let at = from;
  let isPrivate = false;
  while (isBetween(line[at], 0x30, 0x3f)) {
    if (isBetween(line[at], 0x3c, 0x3f)) isPrivate = true;
    at += 1;
  }
  const to = at;
  while (isBetween(line[at], 0x20, 0x2f)) at += 1;
  const final = line[at];
  if (!isBetween(final, 0x40, 0x7e)) return { kind: 'dropped', end: at };
  const end = at + 1;
  // `<=>?` among the parameters, or bytes before the final one: a private sequence that only looks like one of ours.
  if (isPrivate || at > to) return { kind: 'dropped', end };
  switch (String.fromCharCode(final ?? 0)) {
    case 'm':
      return { kind: 'sgr', from, to, end };
    case 'G':
      return { kind: 'column', to: firstNumber(line, from, to, 1) - 1, end };
    case 'C':
      return { kind: 'move', by: firstNumber(line, from, to, 1), end };
    case 'D':
      return { kind: 'move', by: -firstNumber(line, from, to, 1), end };
    case 'K':
      return { kind: 'erase', mode: firstNumber(line, from, to, 0), end };
    default:
      return { kind: 'dropped', end };
  }
}

/** The first parameter; `least` where it is missing or smaller. */
function firstNumber(
  line: Uint8Array,
  from: number,
  to: number,
  least: number,
): number {
  let value = 0;
  for (let at = from; at < to && isBetween(line[at], 0x30, 0x39); at += 1)
    value = Math.min(value * 10 + (line[at] ?? 0x30) - 0x30, MAX_COLUMN);
  return Math.max(value, least);
}

function isBetween(byte: number | undefined, low: number, high: number) {
  return byte !== undefined && byte >= low && byte <= high;
}
