/** Before the provider's name. */
export const CLUSTER_TOKEN_HEADER = 'supply-chain-authorization-';

const PLAIN = /[a-z0-9]/;

/**
 * The header in which a person's own token for the clusters of a provider goes to the backend:
 * `google` is `supply-chain-authorization-google`, `oidc.okta` is `supply-chain-authorization-oidc-2eokta`.
 *
 * Header names know no capitals, and nginx drops those with dots or underscores: every byte but small letters and digits
 * is a hyphen and its two hexadecimal digits, so that no two providers share a header.
 */
export function clusterTokenHeader(authProvider: string): string {
  const escaped = Array.from(new TextEncoder().encode(authProvider), byte => {
    const char = String.fromCharCode(byte);
    return PLAIN.test(char) ? char : `-${byte.toString(16).padStart(2, '0')}`;
  });
  return `${CLUSTER_TOKEN_HEADER}${escaped.join('')}`;
}
