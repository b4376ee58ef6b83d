import type { Clock } from '../clock/Clock';
import { RegistryError } from './errors/RegistryError';
import { readBody } from './readBody';
import { readChallenge } from './readChallenge';
import type { RegistrySettings } from './RegistrySettings';

/** Bytes. Tokens are some kilobytes. */
const LONGEST_TOKEN = 64 * 1024;

/** Seconds a token is good when its service does not say (distribution token specification: 60 at least). */
const TOKEN_SECONDS = 60;

/** Milliseconds before its end at which a token is not used any more. */
const EARLY_MS = 10_000;

/** Repositories whose tokens are kept; beyond that the oldest goes. */
const MOST_TOKENS = 500;

/**
 * What to say to a registry in `Authorization`: nothing, basic credentials, or a token of the service that it names, for
 * reading one repository. The service has to be the registry's own host or among `alsoHosts`.
 */
export class RegistryAuth {
  readonly #options: {
    readonly fetch: typeof globalThis.fetch;
    readonly clock: Pick<Clock, 'now'>;
  };
  readonly #known = new Map<string, { authorization: string; until: number }>();

  constructor(options: {
    readonly fetch: typeof globalThis.fetch;
    readonly clock: Pick<Clock, 'now'>;
  }) {
    this.#options = options;
  }

  /** What this repository was opened with the last time, while that is good. */
  known({ host }: RegistrySettings, repository: string): string | undefined {
    const known = this.#known.get(`${host}/${repository}`);
    return known && known.until > this.#options.clock.now()
      ? known.authorization
      : undefined;
  }

  /** What a 401 asks for; undefined when there is nothing (else) to say. */
  async answer(
    settings: RegistrySettings,
    repository: string,
    header: string | null,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const challenge = readChallenge(header);
    const { credentials, host } = settings;
    if (!challenge) return undefined;
    if (challenge.scheme === 'basic') {
      if (!credentials) return undefined;
      return this.#keep(`${host}/${repository}`, basic(credentials), Infinity);
    }
    const { realm, service } = challenge;
    const isOwn =
      realm.host === settings.origin.host || settings.alsoHosts.has(realm.host);
    const isSafe =
      realm.protocol === 'https:' ||
      realm.protocol === settings.origin.protocol;
    if (!isOwn || !isSafe || realm.username) {
      throw new RegistryError('redirected', host);
    }
    realm.searchParams.set('scope', `repository:${repository}:pull`);
    if (service !== undefined) realm.searchParams.set('service', service);
    const response = await this.#options.fetch(realm, {
      headers: {
        Accept: 'application/json',
        ...(credentials ? { Authorization: basic(credentials) } : {}),
      },
      redirect: 'manual',
      signal,
    });
    if (response.status !== 200) {
      void response.body?.cancel().catch(() => {});
      throw new RegistryError(
        response.status < 500 ? 'denied' : 'unreachable',
        host,
      );
    }
    const answer = parse(await readBody(response, LONGEST_TOKEN, host));
    if (!answer) throw new RegistryError('unreadable', host);
    const until = this.#options.clock.now() + answer.seconds * 1000 - EARLY_MS;
    return this.#keep(`${host}/${repository}`, `Bearer ${answer.token}`, until);
  }

  #keep(key: string, authorization: string, until: number): string {
    this.#known.delete(key);
    this.#known.set(key, { authorization, until });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_TOKENS && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    return authorization;
  }
}

function basic({ username, password }: { username: string; password: string }) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** `token` and `access_token` are the same; a token is one word, or it would be another header. */
function parse(body: Buffer): { token: string; seconds: number } | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString());
  } catch {
    return undefined;
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const {
    token,
    access_token: accessToken,
    expires_in: seconds,
  } = answer as Record<string, unknown>;
  const given = token ?? accessToken;
  if (typeof given !== 'string' || !/^[\x21-\x7e]+$/.test(given)) {
    return undefined;
  }
  return {
    token: given,
    seconds:
      typeof seconds === 'number' && seconds > 0 ? seconds : TOKEN_SECONDS,
  };
}
