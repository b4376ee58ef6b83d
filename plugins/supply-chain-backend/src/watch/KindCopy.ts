import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { UnreadableObject } from './UnreadableObject';

/**
 * The copy of one kind of one cluster. It lives: ask again instead of keeping what it answered. Objects are decoded when
 * they are asked for: two calls may answer with two equal objects, and what one call answered never changes.
 */
export interface KindCopy<T> {
  readonly health: KindHealth;
  /** Grows with every change of an object, readable or not. */
  readonly version: number;
  /** How many objects can be read. */
  readonly size: number;
  get(namespace: string | undefined, name: string): T | undefined;
  /** Decodes one object at a time, when it is asked for the next; stop it with `break` before the copy may change. */
  all(): Iterable<T>;
  /** In no particular order; empty for a key or an index that nothing has. */
  byIndex(index: string, key: string): readonly T[];
  unreadable(): readonly UnreadableObject[];
}
