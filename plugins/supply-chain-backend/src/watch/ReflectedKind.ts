import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../clusters/resourceName';
import type { KindCopy } from './KindCopy';
import type { KindHealthRecord } from './KindHealthRecord';
import type { Store } from './Store';
import type { UnreadableObject } from './UnreadableObject';
import type { WatchedKind } from './WatchedKind';

/** A store and its health as readers see them. */
export class ReflectedKind<T> implements KindCopy<T> {
  readonly #resource: string;
  readonly #store: Store<T>;
  readonly #health: Pick<KindHealthRecord, 'view'>;

  constructor(
    kind: WatchedKind<T>,
    store: Store<T>,
    health: Pick<KindHealthRecord, 'view'>,
  ) {
    this.#resource = resourceName(kind.resource);
    this.#store = store;
    this.#health = health;
  }

  get health(): KindHealth {
    return this.#health.view(
      this.#resource,
      this.#store.size,
      this.#store.unreadableCount,
    );
  }

  get version(): number {
    return this.#store.version;
  }

  get size(): number {
    return this.#store.size;
  }

  get(namespace: string | undefined, name: string): T | undefined {
    return this.#store.get(namespace, name);
  }

  all(): Iterable<T> {
    return this.#store.all();
  }

  byIndex(index: string, key: string): readonly T[] {
    return this.#store.byIndex(index, key);
  }

  unreadable(): readonly UnreadableObject[] {
    return this.#store.unreadable();
  }
}
