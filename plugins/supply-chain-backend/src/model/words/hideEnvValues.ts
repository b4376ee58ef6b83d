/** Stands for a value that the person who asks may not see. */
export const HIDDEN = '(hidden)';

/** `env:` of a container, alone on its line; the list below it may be indented or not. */
const ENV = /^( *)((?:- )*)env: *$/;
/** `value: x` of one of its entries, in block style. */
const VALUE = /^( *(?:- )*value:)(?= |$)/;
/** A list in flow style, or JSON: its values wherever they are. */
const FLOW_ENV = /["']?\benv["']?: *\[/;
const FLOW_VALUE =
  /(["']?\bvalue["']?: *)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,}\]\s][^,}\]\n]*)/g;

/**
 * The same YAML without the values of environment variables. Works line by line, so that text that was cut off anywhere, or is
 * no YAML as a whole, keeps its shape and hides as much.
 */
export function hideEnvValues(text: string): string {
  if (!text.includes('env')) return text;
  /** Column of the `env` that the lines belong to. */
  let env: number | undefined;
  /** Column of the value whose further lines are left out. */
  let value: number | undefined;
  const lines = text.split('\n').flatMap(line => {
    const column = line.search(/[^ ]/);
    if (column === -1) return value === undefined ? [line] : [];
    if (value !== undefined) {
      if (column > value) return [];
      value = undefined;
    }
    if (env !== undefined && !belongs(line, column, env)) env = undefined;
    const begins = ENV.exec(line);
    if (begins && env === undefined) {
      env = (begins[1] ?? '').length + (begins[2] ?? '').length;
      return [line];
    }
    const said = env === undefined ? undefined : VALUE.exec(line)?.[1];
    if (said !== undefined) {
      value = said.length - 'value:'.length;
      return [`${said} ${HIDDEN}`];
    }
    return [
      FLOW_ENV.test(line) ? line.replace(FLOW_VALUE, `$1"${HIDDEN}"`) : line,
    ];
  });
  return lines.join('\n');
}

/** A list may stand at the column of its key. */
function belongs(line: string, column: number, env: number): boolean {
  return column > env || (column === env && line.startsWith('- ', column));
}
