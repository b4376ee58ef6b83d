/** What a 401 asks for: basic credentials, or a token from a service. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer';
      readonly realm: URL;
      readonly service?: string;
    };

/** name="value", commas and spaces around. */
const PARAMETER = /([a-z_]+)="([^"\\]*)"/gi;

/** Reads `WWW-Authenticate`; undefined for what is neither. The scope in it is not used: we know what we ask for. */
export function readChallenge(header: string | null): Challenge | undefined {
  const [, scheme = '', rest = ''] =
    /^\s*(\w+)\s*(.*)$/s.exec(header ?? '') ?? [];
  if (/^basic$/i.test(scheme)) return { scheme: 'basic' };
  if (!/^bearer$/i.test(scheme)) return undefined;
  const parameters = new Map(
    [...rest.matchAll(PARAMETER)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const realm = parameters.get('realm') ?? '';
  if (!URL.canParse(realm)) return undefined;
  const service = parameters.get('service');
  return {
    scheme: 'bearer',
    realm: new URL(realm),
    ...(service === undefined ? {} : { service }),
  };
}
