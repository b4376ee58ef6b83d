type Labels = Readonly<Record<string, string>>;

/** A Kubernetes label selector that was understood. */
export interface LabelSelector {
  selects(labels: Labels): boolean;
  /** Labels (`key=value`) of which everything selected has one; undefined when the selector asks for none by value. */
  readonly oneOf: readonly string[] | undefined;
}

interface Term {
  readonly holds: (labels: Labels) => boolean;
  readonly oneOf?: readonly string[];
}

const SET = /^([^\s,()!=]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^\s,()!=]+)\s*(==|=|!=)\s*([^\s,()!=]*)$/;
const EXISTS = /^(!?)\s*([^\s,()!=]+)$/;

/** Longest selector that is read: some terms with the longest keys and values that Kubernetes takes. */
const LONGEST = 4096;

/** Undefined when the text is no label selector, so that a typing error selects nothing. */
export function labelSelector(text: string): LabelSelector | undefined {
  if (text.length > LONGEST) return undefined;
  // Commas within parentheses part values, all others part terms.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  if (parts.length === 0 || parts.some(part => part === '')) return undefined;
  const terms = parts.map(parseTerm);
  if (!terms.every(term => term !== undefined)) return undefined;
  return {
    selects: labels => terms.every(term => term.holds(labels)),
    oneOf: terms.find(term => term.oneOf)?.oneOf,
  };
}

function parseTerm(text: string): Term | undefined {
  const [, setKey, operator, list] = SET.exec(text) ?? [];
  if (setKey !== undefined && list !== undefined) {
    const values = list.split(',').map(value => value.trim());
    const isIn = (labels: Labels) =>
      has(labels, setKey) && values.includes(labels[setKey] ?? '');
    return operator === 'in'
      ? { holds: isIn, oneOf: values.map(value => `${setKey}=${value}`) }
      : { holds: labels => !isIn(labels) };
  }
  const [, key, sign, value] = EQUALITY.exec(text) ?? [];
  if (key !== undefined && value !== undefined) {
    const equal = (labels: Labels) => has(labels, key) && labels[key] === value;
    return sign === '!='
      ? { holds: labels => !equal(labels) }
      : { holds: equal, oneOf: [`${key}=${value}`] };
  }
  const [, not, present] = EXISTS.exec(text) ?? [];
  if (present === undefined) return undefined;
  return { holds: labels => has(labels, present) === (not === '') };
}

function has(labels: Labels, key: string): boolean {
  return Object.hasOwn(labels, key);
}
