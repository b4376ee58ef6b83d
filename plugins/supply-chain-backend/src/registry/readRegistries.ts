import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { RegistrySettings } from './RegistrySettings';

const KEY = 'supplyChain.registries';

/** host[:port] as references write it. */
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** The registries that may be read, by host. Throws at the start for what can never work. */
export function readRegistries(
  config: RootConfigService,
): ReadonlyMap<string, RegistrySettings> {
  const all = (config.getOptionalConfigArray(KEY) ?? []).map(
    (each): RegistrySettings => {
      const host = hostOf(each.getString('host'));
      const username = each.getOptionalString('username');
      const password = each.getOptionalString('password');
      if ((username === undefined) !== (password === undefined)) {
        throw new Error(`${KEY}: ${host} needs both username and password`);
      }
      return {
        host,
        origin: originOf(host, each.getOptionalString('url')),
        alsoHosts: new Set(
          (each.getOptionalStringArray('alsoHosts') ?? []).map(hostOf),
        ),
        ...(username !== undefined && password !== undefined
          ? { credentials: { username, password } }
          : {}),
      };
    },
  );
  return new Map(all.map(each => [each.host, each]));
}

function hostOf(text: string): string {
  const host = text.toLowerCase();
  if (HOST.test(host)) return host;
  throw new Error(
    `${KEY}: ${JSON.stringify(
      text,
    )} is no host: write registry.example.com or registry.example.com:5000`,
  );
}

/** Docker's registry is at another place than its references say. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'docker.io': 'https://registry-1.docker.io',
};

function originOf(host: string, url: string | undefined): URL {
  const text = url ?? ELSEWHERE[host] ?? `https://${host}`;
  const origin = URL.canParse(text) ? new URL(text) : undefined;
  const isGood =
    origin &&
    ['http:', 'https:'].includes(origin.protocol) &&
    origin.pathname === '/' &&
    !origin.search &&
    !origin.hash &&
    !origin.username;
  if (isGood) return origin;
  throw new Error(
    `${KEY}: the url of ${host} has to be http(s)://host[:port] and nothing else; credentials go to username and password`,
  );
}
