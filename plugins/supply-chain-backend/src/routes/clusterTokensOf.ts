import { CLUSTER_TOKEN_HEADER } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { IncomingHttpHeaders } from 'node:http';
import { ClusterToken } from '../personal/ClusterToken';
import { ClusterTokens } from '../personal/ClusterTokens';
import { InvalidQuery } from '../service/errors/InvalidQuery';

/** Providers of one request; a Backstage has two or three. */
const MOST_TOKENS = 8;

/** Characters. Tokens of identity providers with many groups reach some thousand; Node takes 16 KiB of headers in all. */
const LONGEST_TOKEN = 12 * 1024;

/** RFC 6750 2.1, with `Bearer` before it or not. */
const TOKEN = /^(?:Bearer +)?([A-Za-z0-9\-._~+/]+=*)$/i;

/** The tokens that came with a request. A header that is not one is refused rather than left out: its sender meant something. */
export function clusterTokensOf(
  headers: IncomingHttpHeaders,
  who: string,
): ClusterTokens {
  const tokens = new Map<string, ClusterToken>();
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(CLUSTER_TOKEN_HEADER) || value === undefined) continue;
    const [, token] =
      typeof value === 'string' && value.length <= LONGEST_TOKEN
        ? TOKEN.exec(value.trim()) ?? []
        : [];
    // Nothing of the value: what looks wrong may still be a secret.
    if (token === undefined) throw new InvalidQuery(`${name}: not one token`);
    tokens.set(name, new ClusterToken(token));
    if (tokens.size > MOST_TOKENS) {
      throw new InvalidQuery(
        `more than ${MOST_TOKENS} headers ${CLUSTER_TOKEN_HEADER}…`,
      );
    }
  }
  return new ClusterTokens(who, tokens);
}
