import { applySgr } from './applySgr';
import { lexLine, type LineToken } from './lexLine';
import type { SgrState } from './SgrState';
import type { Span } from './Span';
import { TerminalLine } from './TerminalLine';

/** Spans a line may have; the rest comes in the last style. Each is an element on the page, and lines of one colour a character exist. */
const MAX_SPANS = 1000;

/** What a line looks like: styled text as a terminal would show it when the line ended, and the style that goes on to the next line. */
export type RenderedLine = { readonly spans: Span[]; readonly after: SgrState };

/** Renders one line that starts in style `before`. Pure: the same bytes and style give the same spans. */
export function renderLine(line: Uint8Array, before: SgrState): RenderedLine {
  const tokens = lexLine(line);
  return staysForward(tokens)
    ? renderForward(tokens, before)
    : renderOnTerminal(tokens, before);
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
  tokens: readonly LineToken[],
  before: SgrState,
): RenderedLine {
  const spans: { text: string; style: SgrState }[] = [];
  let style = before;
  for (const token of tokens) {
    if (token.kind === 'sgr') {
      style = applySgr(style, token.parameters);
    } else if (token.kind === 'text') {
      const last = spans[spans.length - 1];
      if (last && (last.style === style || spans.length >= MAX_SPANS))
        last.text += token.text;
      else spans.push({ text: token.text, style });
    }
  }
  return { spans, after: style };
}

function renderOnTerminal(
  tokens: readonly LineToken[],
  before: SgrState,
): RenderedLine {
  const terminal = new TerminalLine();
  let style = before;
  for (const token of tokens) {
    switch (token.kind) {
      case 'text':
        terminal.write(token.text, style);
        break;
      case 'sgr':
        style = applySgr(style, token.parameters);
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
  return { spans: joinBeyondLimit(terminal.spans()), after: style };
}

function joinBeyondLimit(spans: Span[]): Span[] {
  if (spans.length <= MAX_SPANS) return spans;
  const last = spans[MAX_SPANS - 1];
  const rest = spans.slice(MAX_SPANS - 1).map(span => span.text);
  return last
    ? [...spans.slice(0, MAX_SPANS - 1), { ...last, text: rest.join('') }]
    : spans;
}
