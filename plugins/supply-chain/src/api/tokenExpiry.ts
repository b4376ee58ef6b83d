/** Milliseconds since the epoch at which a token ends, where it says so itself (a JWT). */
export function tokenExpiry(token: string): number | undefined {
  const [, payload] = token.split('.');
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
    );
    const exp =
      typeof claims === 'object' && claims !== null && 'exp' in claims
        ? claims.exp
        : undefined;
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
