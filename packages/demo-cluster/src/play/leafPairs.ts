/** Shorter texts are words that stand elsewhere with another meaning. */
const SHORTEST = 12;

/**
 * What has to be replaced to turn one JSON into another of the same shape: the texts that differ at
 * the same place. Only texts that are long or look like a reference, which mean the same everywhere.
 */
export function leafPairs(from: unknown, to: unknown): [string, string][] {
  if (typeof from === 'string' && typeof to === 'string') {
    const telling = from.length >= SHORTEST || /[/@:]/.test(from);
    return from !== to && telling && to !== '' ? textPairs(from, to) : [];
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const named = byName(to);
    return from.flatMap((item: unknown, i) =>
      leafPairs(item, named?.get(nameOf(item) ?? '') ?? to[i]),
    );
  }
  if (isRecord(from) && isRecord(to))
    return Object.keys(from).flatMap(key => leafPairs(from[key], to[key]));
  return [];
}

/** The texts, and the parts of them that logs show alone: addresses without their scheme, commits and digests. */
function textPairs(from: string, to: string): [string, string][] {
  const before = from.match(HEX) ?? [];
  const after = to.match(HEX) ?? [];
  return [
    [from, to],
    [from.replace(SCHEME, ''), to.replace(SCHEME, '')],
    ...(before.length === after.length
      ? before.map((hex, i): [string, string] => [hex, after[i] ?? hex])
      : []),
  ];
}

const HEX = /(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g;
const SCHEME = /^[a-z]+:\/\//;

function byName(list: readonly unknown[]): Map<string, unknown> | undefined {
  const named = new Map(list.map(item => [nameOf(item) ?? '', item]));
  return named.has('') ? undefined : named;
}

function nameOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.name === 'string'
    ? item.name
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
