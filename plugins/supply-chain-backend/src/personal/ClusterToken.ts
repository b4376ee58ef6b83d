import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

const HIDDEN = '[cluster token]';

/** A person's token for clusters. Whatever prints, logs or serialises it, shows none of it. */
export class ClusterToken {
  readonly #value: string;
  /** Tells two tokens apart and nothing of either. */
  readonly hash: string;
  /** Milliseconds since the epoch, where the token says so itself (a JWT); not verified, the cluster does that. */
  readonly expiresAt: number | undefined;

  constructor(value: string) {
    this.#value = value;
    this.hash = createHash('sha256').update(value).digest('base64url');
    this.expiresAt = expiryOf(value);
  }

  /** For the one header that it is meant for. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

function expiryOf(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    );
    const exp =
      typeof claims === 'object' && claims !== null && 'exp' in claims
        ? claims.exp
        : undefined;
    return typeof exp === 'number' && exp > 0 ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
