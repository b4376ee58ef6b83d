import { StatusError } from '../http/StatusError.ts';
import type { SelectorToken } from './tokenizeSelector.ts';
import { tokenizeSelector } from './tokenizeSelector.ts';

export type LabelMatcher = (
  labels: Readonly<Record<string, unknown>>,
) => boolean;

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** Kubernetes' limits for a label's name or value, and for the DNS name before the slash. */
const NAME_LENGTH = 63;
const PREFIX_LENGTH = 253;

/** `a=b,c in (d,e),!f,g`, with apimachinery's words for what cannot be parsed. */
export function parseLabelSelector(text: string): LabelMatcher {
  const tokens = tokenizeSelector(text);
  const matchers: LabelMatcher[] = [];
  let at = 0;
  const peek = (): SelectorToken => tokens[at] ?? { kind: 'end', text: '' };
  const next = (): SelectorToken => {
    const token = peek();
    at += 1;
    return token;
  };

  const values = (key: string): Set<string> => {
    const open = next();
    if (open.kind !== '(') {
      // Here alone apimachinery has no comma.
      throw StatusError.badRequest(
        `unable to parse requirement: found '${open.text}' expected: '('`,
      );
    }
    const found = new Set<string>();
    for (;;) {
      const token = next();
      if (token.kind === ')') return found.size === 0 ? found.add('') : found;
      if (token.kind === ',') {
        const nothingBefore = found.size === 0;
        const nothingAfter = peek().kind === ',' || peek().kind === ')';
        if (nothingBefore || nothingAfter) found.add('');
      } else if (token.kind === 'word') {
        found.add(value(token.text, key));
        if (peek().kind !== ',' && peek().kind !== ')')
          throw unparsable(peek(), "',' or ')'");
      } else {
        throw unparsable(token, "',', ')' or identifier");
      }
    }
  };

  const requirement = (): LabelMatcher => {
    const negated = peek().kind === '!';
    if (negated) next();
    const word = next();
    if (word.kind !== 'word') throw unparsable(word, 'identifier');
    const key = labelKey(word.text);
    if (negated) return labels => labels[key] === undefined;
    if (peek().kind === 'end' || peek().kind === ',')
      return labels => labels[key] !== undefined;
    const operator = next();
    switch (operator.kind === 'word' ? operator.text : operator.kind) {
      case '=':
      case '==': {
        const wanted = exactValue(key);
        return labels => labels[key] === wanted;
      }
      case '!=': {
        const unwanted = exactValue(key);
        return labels => labels[key] !== unwanted;
      }
      case 'in': {
        const wanted = values(key);
        return labels =>
          wanted.has(String(labels[key])) && labels[key] !== undefined;
      }
      case 'notin': {
        const unwanted = values(key);
        return labels =>
          labels[key] === undefined || !unwanted.has(String(labels[key]));
      }
      case '>':
      case '<': {
        const limit = Number(exactValue(key));
        if (!Number.isInteger(limit))
          throw unparsable(operator, 'an integer after it');
        return labels => {
          const number = Number(labels[key] ?? Number.NaN);
          return operator.kind === '>' ? number > limit : number < limit;
        };
      }
      default:
        throw unparsable(operator, 'in, notin, =, ==, !=, gt, lt');
    }
  };

  const exactValue = (key: string): string => {
    if (peek().kind === 'end' || peek().kind === ',') return '';
    const token = next();
    if (token.kind !== 'word') throw unparsable(token, 'identifier');
    return value(token.text, key);
  };

  while (peek().kind !== 'end') {
    if (peek().kind !== 'word' && peek().kind !== '!') {
      throw StatusError.badRequest(
        `found '${peek().text}', expected: !, identifier, or 'end of string'`,
      );
    }
    matchers.push(requirement());
    const separator = next();
    if (separator.kind === 'end') break;
    if (separator.kind !== ',') {
      throw StatusError.badRequest(
        `found '${separator.text}', expected: ',' or 'end of string'`,
      );
    }
    if (peek().kind !== 'word' && peek().kind !== '!') {
      throw StatusError.badRequest(
        `found '${peek().text}', expected: identifier after ','`,
      );
    }
  }
  return labels => matchers.every(matches => matches(labels));
}

function unparsable(token: SelectorToken, expected: string): StatusError {
  return StatusError.badRequest(
    `unable to parse requirement: found '${token.text}', expected: ${expected}`,
  );
}

function labelKey(key: string): string {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  const valid =
    NAME.test(name) &&
    name.length <= NAME_LENGTH &&
    (prefix === undefined ||
      (PREFIX.test(prefix) && prefix.length <= PREFIX_LENGTH));
  if (valid) return key;
  throw StatusError.badRequest(
    `unable to parse requirement: <nil>: Invalid value: ${JSON.stringify(
      key,
    )}: name part must consist of alphanumeric ` +
      "characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  " +
      "or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
  );
}

function value(text: string, key: string): string {
  if (NAME.test(text) && text.length <= NAME_LENGTH) return text;
  throw StatusError.badRequest(
    `unable to parse requirement: values[0][${key}]: Invalid value: ${JSON.stringify(
      text,
    )}: a valid label must be an empty ` +
      "string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
      "character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is " +
      "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
  );
}
