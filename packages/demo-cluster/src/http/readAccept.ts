export interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** The Accept header in the order in which it stands; weights are not looked at, nor does the API server. */
export function readAccept(accept: string | undefined): MediaRange[] {
  return (accept || '*/*').split(',').map(readRange);
}

function readRange(range: string): {
  type: string;
  parameters: Map<string, string>;
} {
  const [type = '', ...rest] = range.split(';').map(part => part.trim());
  const parameters = rest.map((part): [string, string] => {
    const [key = '', value = ''] = part.split('=');
    return [key.trim(), value.trim()];
  });
  return { type: type || '*/*', parameters: new Map(parameters) };
}
