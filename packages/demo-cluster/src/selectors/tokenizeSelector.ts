/** What a label selector is made of; `text` is what error messages quote. */
export interface SelectorToken {
  readonly kind: 'word' | 'end' | SelectorSymbol;
  readonly text: string;
}

type SelectorSymbol = '=' | '==' | '!=' | '!' | '(' | ')' | ',' | '>' | '<';

const SYMBOLS = new Set<string>([
  '=',
  '==',
  '!=',
  '!',
  '(',
  ')',
  ',',
  '>',
  '<',
]);
const SYMBOL_CHARACTER = /[=!(),><]/;
const SPACE = /[ \t\r\n]/;

/** Cuts a label selector into tokens by longest match, as apimachinery's labels.Lexer does. */
export function tokenizeSelector(text: string): SelectorToken[] {
  const tokens: SelectorToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (SPACE.test(character)) {
      at += 1;
    } else if (SYMBOL_CHARACTER.test(character)) {
      const two = text.slice(at, at + 2);
      const symbol = SYMBOLS.has(two) ? two : character;
      tokens.push({ kind: symbol as SelectorSymbol, text: symbol });
      at += symbol.length;
    } else {
      let end = at;
      while (
        end < text.length &&
        !SPACE.test(text.charAt(end)) &&
        !SYMBOL_CHARACTER.test(text.charAt(end))
      )
        end += 1;
      tokens.push({ kind: 'word', text: text.slice(at, end) });
      at = end;
    }
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}
