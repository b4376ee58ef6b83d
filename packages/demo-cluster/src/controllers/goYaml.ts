/** yaml.v3 as sigs.k8s.io and Cartographer use it: four columns a level. */
const INDENT = 4;

/**
 * JSON as Go's yaml.v3 writes it: keys sorted, lists one level in, block texts. Cartographer hashes
 * these bytes (pkg/realizer/realizer.go), so every space counts.
 */
export function goYaml(value: unknown): string {
  return isEmpty(value) || typeof value !== 'object'
    ? `${scalar(value, 0)}\n`
    : block(value, 0);
}

function block(value: object | null, column: number): string {
  const pad = ' '.repeat(column);
  if (Array.isArray(value))
    return value
      .map((item: unknown) => `${pad}- ${inItem(item, column)}`)
      .join('');
  return Object.entries(value ?? {})
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([key, field]) => `${pad}${scalar(key, 0)}:${inMap(field, column)}`)
    .join('');
}

function inItem(item: unknown, column: number): string {
  if (typeof item !== 'object' || isEmpty(item))
    return `${scalar(item, column)}\n`;
  // The first key stands on the line of the dash.
  return block(item, column + 2).slice(column + 2);
}

function inMap(field: unknown, column: number): string {
  const deeper = INDENT * Math.floor((column + INDENT) / INDENT);
  if (typeof field !== 'object' || isEmpty(field))
    return ` ${scalar(field, deeper)}\n`;
  return `\n${block(field, deeper)}`;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function scalar(value: unknown, column: number): string {
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object') return value === null ? 'null' : '{}';
  if (typeof value !== 'string') return String(value);
  if (
    value.includes('\n') &&
    !/^[\n]|[^\x20-\x7e\n\t\u00a0-\uffff]/.test(value)
  )
    return literal(value, column);
  return needsQuotes(value) ? quoted(value) : plain(value);
}

function literal(text: string, column: number): string {
  const pad = ' '.repeat(column || INDENT);
  const hint = text.startsWith(' ') ? String(INDENT) : '';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const lines = body.split('\n').map(line => (line ? `${pad}${line}` : ''));
  return `|${hint}${chomping(text)}\n${lines.join('\n')}`;
}

function chomping(text: string): string {
  if (text.endsWith('\n\n')) return '+';
  return text.endsWith('\n') ? '' : '-';
}

/** Texts that would read back as something else: numbers, booleans (also YAML 1.1's), dates, null. */
function needsQuotes(text: string): boolean {
  return (
    text === '' ||
    /^(true|false|null|~|y|n|yes|no|on|off|\.inf|\.nan|-\.inf)$/i.test(text) ||
    /^[-+]?(\d[\d_]*(\.\d[\d_]*)?|\.\d[\d_]*)(e[-+]?\d+)?$/i.test(text) ||
    /^[-+]?\d[\d_]*\.$/.test(text) ||
    /^[-+]?0(x[\da-f_]+|b[01_]+|o?[0-7_]+)$/i.test(text) ||
    /^[-+]?\d+(:[0-5]?\d)+(\.\d*)?$/.test(text) ||
    /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(text)
  );
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Without quotes where YAML allows it, else in single ones. */
function plain(text: string): string {
  const special =
    /^[\s\-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^[-?:][^\s]/.test(text);
  const inside = /: |:$| #|\s$/.test(text);
  if (/\p{Cc}/u.test(text)) return quoted(text);
  return special || inside ? `'${text.replace(/'/g, "''")}'` : text;
}

/** yaml.v3 sorts numbers inside keys by value (sorter.go). */
function naturalOrder(a: string, b: string): number {
  const left = a.match(/\d+|\D/g) ?? [];
  const right = b.match(/\d+|\D/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    if (x === y) continue;
    if (/^\d/.test(x) && /^\d/.test(y) && Number(x) !== Number(y))
      return Number(x) - Number(y);
    const letters = [/[A-Za-z]/.test(x), /[A-Za-z]/.test(y)];
    if (letters[0] !== letters[1]) return letters[0] ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
