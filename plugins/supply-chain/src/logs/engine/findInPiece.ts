import { asciiAsShown } from './asciiAsShown';
import type { ByteNeedle } from './ByteNeedle';
import { HitCollector } from './HitCollector';
import { TRAIT } from './lineTraits';
import { mayReachOverStyle } from './mayReachOverStyle';
import { PieceText } from './PieceText';
import type { SearchPlan } from './planSearch';
import type { SearchHits } from './SearchHits';
import type { SearchPiece } from './SearchPiece';
import { SpecialBytes } from './SpecialBytes';
import { StyleStripper } from './StyleStripper';

/** ms an expression may take on one line. The slowest harmless one takes microseconds; a runaway takes years. */
const SLOW_LINE = 50;

type Literal = Extract<SearchPlan, { kind: 'literal' }>;

/** Searches some lines. Pure but for the clock, which only stops expressions that take too long on a line. */
export function findInPiece(
  piece: SearchPiece,
  plan: SearchPlan,
  now: () => number,
): SearchHits {
  const found = new HitCollector();
  const text = new PieceText(piece);
  switch (plan.kind) {
    case 'nothing':
    case 'invalid':
      return found.hits();
    case 'expression':
      return searchExpression(piece, text, plan.pattern, found, now);
    case 'literal':
      searchLiteral(piece, text, plan, found);
      return found.hits();
    default:
      return plan satisfies never;
  }
}

function searchExpression(
  piece: SearchPiece,
  text: PieceText,
  pattern: RegExp,
  found: HitCollector,
  now: () => number,
): SearchHits {
  let before = now();
  for (let line = 0; line < piece.ends.length; line += 1) {
    const count = countMatches(text.of(line), pattern);
    let after = now();
    if (after - before > SLOW_LINE) {
      // Once more: it may have been the machine that was busy, not the expression.
      before = after;
      countMatches(text.of(line), pattern);
      after = now();
      if (after - before > SLOW_LINE) return found.hits(piece.first + line);
    }
    before = after;
    found.add(piece.first + line, count);
  }
  return found.hits();
}

function searchLiteral(
  piece: SearchPiece,
  text: PieceText,
  plan: Literal,
  found: HitCollector,
): void {
  const { traits, first } = piece;
  const special = new SpecialBytes(piece.bytes);
  for (let line = 0; line < traits.length; ) {
    if (plan.needle && isAsWritten(traits[line] ?? 0)) {
      const to = endOfRun(traits, line + 1);
      searchRun(piece, text, special, plan, plan.needle, found, line, to);
      line = to;
    } else {
      found.add(first + line, countInLine(piece, text, plan, line));
      line += 1;
    }
  }
}

/** The first line from `line` on whose bytes are not its text. By itself, as engines compile the inner of two loops badly. */
function endOfRun(traits: Uint8Array, line: number): number {
  let to = line;
  while (to < traits.length && isAsWritten(traits[to] ?? 0)) to += 1;
  return to;
}

/** Its bytes, but for styles, are its text. */
function isAsWritten(traits: number): boolean {
  return (traits & TRAIT.odd) === 0;
}

/**
 * Lines whose bytes are their text, but for styles: searched in one go as they are. Styles are taken out of the few
 * lines only in which something was found, or may be found across a style.
 */
function searchRun(
  piece: SearchPiece,
  text: PieceText,
  special: SpecialBytes,
  plan: Literal,
  needle: ByteNeedle,
  found: HitCollector,
  from: number,
  to: number,
): void {
  const { bytes, ends, traits, first } = piece;
  const { isExact, pattern } = plan;
  const places: number[] = [];
  const middle = text.start((from + to) >>> 1);
  needle.all(bytes, text.start(from), middle, text.end(to - 1), places);
  let next = 0;
  for (let line = from; line < to; line += 1) {
    const end = ends[line] ?? 0;
    const before = next;
    while (next < places.length && (places[next] ?? 0) < end) next += 1;
    const count = next - before;
    if (((traits[line] ?? 0) & TRAIT.styled) !== 0) {
      if (
        count > 0 ||
        mayReachOverStyle(bytes, special, text.start(line), end, needle)
      )
        found.add(first + line, countInLine(piece, text, plan, line));
    } else if (count > 0) {
      found.add(
        first + line,
        isExact ? count : countMatches(text.of(line), pattern),
      );
    }
  }
}

function countInLine(
  piece: SearchPiece,
  text: PieceText,
  { needle, isExact, isWide, pattern }: Literal,
  line: number,
): number {
  const traits = text.traits(line);
  const isAscii = (traits & TRAIT.wide) === 0;
  const isOdd = (traits & TRAIT.odd) !== 0;
  if (isWide && isAscii && !isOdd) return 0;
  const from = text.start(line);
  const to = text.end(line);
  if (!needle) return countMatches(text.of(line), pattern);
  let bytes: Uint8Array | undefined;
  let length = 0;
  if (!isOdd) {
    length = STRIPPER.strip(piece.bytes, from, to);
    bytes = STRIPPER.bytes;
  } else if (isAscii) {
    bytes = asciiAsShown(piece.bytes.subarray(from, to));
    length = bytes?.length ?? 0;
  }
  if (!bytes) return countMatches(text.of(line), pattern);
  let at = needle.next(bytes, 0, length);
  if (at === -1) return 0;
  if (!isExact) return countMatches(text.of(line), pattern);
  let count = 0;
  for (; at !== -1; at = needle.next(bytes, at + needle.length, length))
    count += 1;
  return count;
}

const STRIPPER = new StyleStripper();

/** Matches of nothing (`a*` between other letters) do not count: there is nothing to show. */
function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else count += 1;
  }
  return count;
}
