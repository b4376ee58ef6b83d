import type { AskedFor } from './AskedFor';

/** `list builds.kpack.io in all namespaces of cluster build`: the same words in every message. */
export function describeAsked(asked: AskedFor): string {
  const what = asked.name
    ? `${asked.verb} ${asked.resource} ${asked.name}`
    : `${asked.verb} ${asked.resource}`;
  const where = asked.namespace
    ? `in namespace ${asked.namespace}`
    : 'in all namespaces';
  return `${what} ${where} of cluster ${asked.cluster}`;
}
