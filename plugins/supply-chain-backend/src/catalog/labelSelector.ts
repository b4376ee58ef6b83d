type Labels = Readonly<Record<string, string>>;
type Term = (labels: Labels) => boolean;

const SET = /^([^\s,()!=]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^\s,()!=]+)\s*(==|=|!=)\s*([^\s,()!=]*)$/;
const EXISTS = /^(!?)\s*([^\s,()!=]+)$/;

/** A Kubernetes label selector as a function; undefined when it is not one, so that a typing error selects nothing. */
export function labelSelector(text: string): Term | undefined {
  // Commas within parentheses part values, all others part terms.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  if (parts.length === 0 || parts.some(part => part === '')) return undefined;
  const terms = parts.map(parseTerm);
  return terms.every(term => term !== undefined)
    ? labels => terms.every(term => term(labels))
    : undefined;
}

function parseTerm(text: string): Term | undefined {
  const [, setKey, operator, list] = SET.exec(text) ?? [];
  if (setKey !== undefined && list !== undefined) {
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const isIn = has(labels, setKey) && values.includes(labels[setKey] ?? '');
      return operator === 'in' ? isIn : !isIn;
    };
  }
  const [, key, sign, value] = EQUALITY.exec(text) ?? [];
  if (key !== undefined && value !== undefined) {
    return labels => {
      const equal = has(labels, key) && labels[key] === value;
      return sign === '!=' ? !equal : equal;
    };
  }
  const [, not, present] = EXISTS.exec(text) ?? [];
  if (present === undefined) return undefined;
  return labels => has(labels, present) === (not === '');
}

function has(labels: Labels, key: string): boolean {
  return Object.hasOwn(labels, key);
}
