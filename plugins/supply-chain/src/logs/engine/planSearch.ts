import { ByteNeedle } from './ByteNeedle';
import type { SearchQuery } from './SearchQuery';

/** How a query is searched. */
export type SearchPlan =
  /** An empty query, or one that no line can show. */
  | { readonly kind: 'nothing' }
  /** Not a regular expression, in the browser's words. */
  | { readonly kind: 'invalid'; readonly says: string }
  /** A text as it stands. */
  | {
      readonly kind: 'literal';
      readonly pattern: RegExp;
      /** What is looked for in the bytes; undefined where any line may match. */
      readonly needle: ByteNeedle | undefined;
      /** The needle is the whole text: what it finds are the matches. Otherwise the pattern decides. */
      readonly isExact: boolean;
      /** Only lines with other characters than ASCII's can match. */
      readonly isWide: boolean;
    }
  | { readonly kind: 'expression'; readonly pattern: RegExp };

/** Decides how to search, once for all lines. */
export function planSearch(query: SearchQuery): SearchPlan {
  if (query.text === '') return { kind: 'nothing' };
  return query.isExpression ? planExpression(query) : planLiteral(query);
}

function planExpression({ text, matchCase }: SearchQuery): SearchPlan {
  const flags = matchCase ? 'g' : 'gi';
  try {
    return { kind: 'expression', pattern: new RegExp(text, `${flags}u`) };
  } catch {
    // Many escapes that people write (`\-`, `\:`) are errors in the stricter grammar only.
  }
  try {
    return { kind: 'expression', pattern: new RegExp(text, flags) };
  } catch (error) {
    return {
      kind: 'invalid',
      says: error instanceof Error ? error.message : String(error),
    };
  }
}

function planLiteral({ text, matchCase = false }: SearchQuery): SearchPlan {
  if (CONTROL.test(text)) return { kind: 'nothing' };
  const isAscii = ASCII.test(text);
  const source = text.replace(SYNTAX, '\\$&');
  // Without `u`, case never crosses from ASCII to other characters (`k` and the Kelvin sign): bytes and pattern agree.
  const flags = `g${matchCase ? '' : 'i'}${isAscii ? '' : 'u'}`;
  const pattern = new RegExp(source, flags);
  const sure = matchCase ? text : longestSureRun(text);
  // U+FFFD stands for broken bytes, too.
  const hasNeedle = sure !== '' && !text.includes('\ufffd');
  return {
    kind: 'literal',
    pattern,
    needle: hasNeedle
      ? new ByteNeedle(new TextEncoder().encode(sure), matchCase)
      : undefined,
    isExact: hasNeedle && sure === text,
    isWide: !isAscii,
  };
}

/** Escaped in a pattern, so that the text stands for itself. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** Lines show none of these: controls are drawn as pictures. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;

/** The longest part of a text whose bytes say all about its case: ASCII, and characters that have none. */
function longestSureRun(text: string): string {
  let longest = '';
  let run = '';
  for (const character of text) {
    const isSure = ASCII.test(character) || !/\p{Cased}/u.test(character);
    run = isSure ? run + character : '';
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
