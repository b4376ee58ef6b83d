import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { UnreadableObject } from './UnreadableObject';

/** The copy of one kind of one cluster. It lives: ask again instead of keeping what it answered. */
export interface KindCopy<T> {
  readonly health: KindHealth;
  /** Grows with every change of an object, readable or not. */
  readonly version: number;
  get(namespace: string | undefined, name: string): T | undefined;
  all(): Iterable<T>;
  /** In no particular order; empty for a key or an index that nothing has. */
  byIndex(index: string, key: string): readonly T[];
  unreadable(): readonly UnreadableObject[];
}
