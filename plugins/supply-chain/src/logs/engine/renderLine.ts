import { lexLine, type LineToken } from './lexLine';
import { penOf } from './penOf';
import type { SgrPen } from './SgrPen';
import { PLAIN, type SgrState } from './SgrState';
import type { Span } from './Span';
import { TerminalLine } from './TerminalLine';

/** Spans a line may have; the rest comes in the last style. Each is an element on the page, and lines of one colour a character exist. */
const MAX_SPANS = 1000;

/** What a line looks like: styled text as a terminal would show it when the line ended, and the style that goes on to the next line. */
export type RenderedLine = { readonly spans: Span[]; readonly after: SgrState };

/** Renders one line that starts in style `before`. Pure: the same bytes and style give the same spans. */
export function renderLine(line: Uint8Array, before: SgrState): RenderedLine {
  const tokens = lexLine(line);
  const pen = penOf(before);
  const spans = staysForward(tokens)
    ? renderForward(line, tokens, pen)
    : renderOnTerminal(line, tokens, pen);
  return { spans, after: pen.state };
}

/** True when text only follows text: no movement but a return at the very end, as of CRLF line ends. */
function staysForward(tokens: readonly LineToken[]): boolean {
  let moved = false;
  for (const { kind } of tokens) {
    if (kind === 'erase' || (kind === 'text' && moved)) return false;
    if (kind !== 'text' && kind !== 'sgr') moved = true;
  }
  return true;
}

function renderForward(
  line: Uint8Array,
  tokens: readonly LineToken[],
  pen: SgrPen,
): Span[] {
  const spans: { text: string; style: SgrState }[] = [];
  const push = (text: string, style: SgrState) => {
    const last = spans[spans.length - 1];
    if (last && (last.style === style || spans.length >= MAX_SPANS))
      last.text += text;
    else if (text) spans.push({ text, style });
  };
  let style = pen.state;
  for (const token of tokens) {
    if (token.kind === 'sgr') {
      pen.apply(line, token.from, token.to);
      style = pen.state;
    } else if (token.kind === 'text') {
      // A tab moves and paints nothing: neither ground nor line.
      if (style !== PLAIN && token.text.includes('\t'))
        for (const piece of token.text.split(/(\t+)/))
          push(piece, piece.startsWith('\t') ? PLAIN : style);
      else push(token.text, style);
    }
  }
  return spans;
}

function renderOnTerminal(
  line: Uint8Array,
  tokens: readonly LineToken[],
  pen: SgrPen,
): Span[] {
  const terminal = new TerminalLine();
  let style = pen.state;
  for (const token of tokens) {
    switch (token.kind) {
      case 'text':
        terminal.write(token.text, style);
        break;
      case 'sgr':
        pen.apply(line, token.from, token.to);
        style = pen.state;
        break;
      case 'column':
        terminal.toColumn(token.to);
        break;
      case 'move':
        terminal.move(token.by);
        break;
      case 'erase':
        terminal.erase(token.mode);
        break;
      default:
        return token satisfies never;
    }
  }
  return joinBeyondLimit(terminal.spans());
}

function joinBeyondLimit(spans: Span[]): Span[] {
  if (spans.length <= MAX_SPANS) return spans;
  const last = spans[MAX_SPANS - 1];
  const rest = spans.slice(MAX_SPANS - 1).map(span => span.text);
  return last
    ? [...spans.slice(0, MAX_SPANS - 1), { ...last, text: rest.join('') }]
    : spans;
}
