import type { SgrState } from './SgrState';
import type { Span } from './Span';

/** A span, and whether it is part of a match. `current`: of the match the reader is at. */
export type MarkedSpan = Span & { readonly mark?: 'match' | 'current' };

/** Cuts the spans of a line where matches of the pattern start and end. `current`: the number of the reader's match in this line. */
export function markSpans(
  spans: readonly Span[],
  pattern: RegExp | undefined,
  current?: number,
): MarkedSpan[] {
  if (!pattern) return [...spans];
  const text = spans.map(span => span.text).join('');
  const matches = [...text.matchAll(pattern)]
    .filter(match => match[0] !== '')
    .map((match, index) => ({
      from: match.index,
      to: match.index + match[0].length,
      mark: index === current ? ('current' as const) : ('match' as const),
    }));
  if (matches.length === 0) return [...spans];
  return cutSpans(spans, matches);
}

function cutSpans(
  spans: readonly Span[],
  matches: readonly { from: number; to: number; mark: 'match' | 'current' }[],
): MarkedSpan[] {
  const marked: MarkedSpan[] = [];
  let next = 0;
  let start = 0;
  const push = (text: string, style: SgrState, mark?: 'match' | 'current') => {
    if (text) marked.push(mark ? { text, style, mark } : { text, style });
  };
  for (const { text, style } of spans) {
    const end = start + text.length;
    let at = start;
    while (at < end) {
      const match = matches[next];
      const inside = match && match.from <= at;
      const until = Math.min(end, inside ? match.to : match?.from ?? end);
      push(
        text.slice(at - start, until - start),
        style,
        inside ? match.mark : undefined,
      );
      at = until;
      if (match && at >= match.to) next += 1;
    }
    start = end;
  }
  return marked;
}
