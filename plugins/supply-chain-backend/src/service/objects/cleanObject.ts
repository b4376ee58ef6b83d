import type { Keepable } from '@supply-chain-view/backstage-plugin-supply-chain-common';

type Json = Readonly<Record<string, unknown>>;

/** What the API server, or the client that applied it, writes into metadata of its own accord. */
const SERVERS: ReadonlySet<string> = new Set([
  ...['uid', 'resourceVersion', 'generation', 'creationTimestamp'],
  ...['deletionTimestamp', 'deletionGracePeriodSeconds', 'selfLink'],
  ...['managedFields', 'generateName'],
]);

/** What of metadata is left out unless it is asked for. */
const ON_DEMAND: ReadonlySet<string> = new Set<Keepable>([
  ...(['labels', 'annotations', 'namespace'] as const),
  ...(['ownerReferences', 'finalizers'] as const),
]);

/** `kubectl apply` keeps the whole object in it once more. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Addresses that a Service is given. */
const ADDRESSES: ReadonlySet<string> = new Set(['clusterIP', 'clusterIPs']);

/** The object as somebody would write it: without what the server sets, and what ties it to this cluster, unless it is to be kept. */
export function cleanObject(
  raw: unknown,
  keep: readonly Keepable[],
): Json | undefined {
  if (!isJson(raw)) return undefined;
  const { apiVersion, kind, metadata, status, ...rest } = raw;
  const clean: Record<string, unknown> = {};
  if (apiVersion !== undefined) clean.apiVersion = apiVersion;
  if (kind !== undefined) clean.kind = kind;
  if (isJson(metadata)) clean.metadata = cleanMetadata(metadata, keep);
  for (const [name, value] of Object.entries(rest)) {
    clean[name] =
      kind === 'Service' && name === 'spec' && isJson(value)
        ? without(value, ADDRESSES)
        : value;
  }
  if (status !== undefined && keep.includes('status')) clean.status = status;
  return clean;
}

function cleanMetadata(metadata: Json, keep: readonly Keepable[]): Json {
  const kept = new Set<string>(keep);
  const left = Object.entries(metadata).flatMap(([name, value]) => {
    if (SERVERS.has(name)) return [];
    if (ON_DEMAND.has(name) && !kept.has(name)) return [];
    if (name !== 'annotations' || !isJson(value)) return [[name, value]];
    const annotations = without(value, new Set([LAST_APPLIED]));
    return Object.keys(annotations).length > 0 ? [[name, annotations]] : [];
  });
  // The name first, as people write it.
  return Object.fromEntries([
    ...left.filter(([name]) => name === 'name'),
    ...left.filter(([name]) => name !== 'name'),
  ]) as Json;
}

function without(value: Json, names: ReadonlySet<string>): Json {
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !names.has(name)),
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
