import { hashText } from '../../watch/packed/hashText';

/**
 * What a view was derived from, in 32 bits. Two that share a number by chance make a view be derived once too often,
 * never too seldom.
 */
export type Dependency = number;

const of = (...parts: readonly string[]): Dependency =>
  hashText(parts.join('\n'));

/** Everything that a derivation can look at. */
export const dependency = {
  /** One object, there or not. */
  object: (cluster: string, resource: string, key: string) =>
    of('object', cluster, resource, key),
  /** What an index has under a key; `entry` as a change names it. */
  entry: (cluster: string, resource: string, entry: string) =>
    of('entry', cluster, resource, entry),
  /** All objects of a kind. */
  kind: (cluster: string, resource: string) => of('kind', cluster, resource),
  /** Objects of this key on whatever cluster. */
  anywhere: (resource: string, key: string) => of('anywhere', resource, key),
  /** How well a kind is known. */
  health: (cluster: string, resource: string) =>
    of('health', cluster, resource),
  /** What a query for stamped objects finds; `key` as `stampedKey` writes it. */
  stamped: (key: string) => of('stamped', key),
  /** That the cluster is the one it was. */
  cluster: (cluster: string) => of('cluster', cluster),
};
