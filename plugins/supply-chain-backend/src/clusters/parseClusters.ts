import type { ClusterInfo } from './ClusterInfo';
import { isRecord } from './isRecord';

/**
 * Providers that need the token of the person who asks; all others, also unknown ones, are tried with what the
 * kubernetes plugin holds. (kubernetes-backend 0.21.11 hard-codes the same three.)
 */
const PER_USER_PROVIDERS: ReadonlySet<string> = new Set([
  'google',
  'oidc',
  'aks',
]);

/** The answer of the kubernetes plugin's `/clusters`; undefined when it is not one. Entries without a name are left out. */
export function parseClusters(
  answer: unknown,
): readonly ClusterInfo[] | undefined {
  if (!isRecord(answer) || !Array.isArray(answer.items)) return undefined;
  const clusters = new Map<string, ClusterInfo>();
  for (const item of answer.items as unknown[]) {
    if (!isRecord(item)) continue;
    const name = text(item.name);
    // The proxy takes the first of two clusters of one name, and so do we.
    if (name === undefined || clusters.has(name)) continue;
    const authProvider = text(item.authProvider) ?? '';
    clusters.set(name, {
      name,
      title: text(item.title),
      authProvider,
      oidcTokenProvider: text(item.oidcTokenProvider),
      access: PER_USER_PROVIDERS.has(authProvider) ? 'per-user' : 'shared',
    });
  }
  return [...clusters.values()];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
