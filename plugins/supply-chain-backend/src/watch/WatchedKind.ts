import type { ResourceId } from '../clusters/ResourceId';

/** A kind that is kept as a live copy, and how its objects become what we show. Given by the wiring. */
export interface WatchedKind<T> {
  readonly resource: ResourceId;
  /** As `kind:` in its objects, for example `Build`. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** Only objects with these labels are copied. */
  readonly labelSelector?: string | undefined;
  /** Keeps only what is shown; throws `Unreadable` for an object that cannot be. */
  read(raw: unknown): T;
  /** Keys under which an object can be found; an object may have several or none. */
  readonly indexes: { readonly [index: string]: IndexFunction<T> };
}

/**
 * Written as a method so that a `WatchedKind<Build>` is a `WatchedKind<unknown>` too and kinds can stand in one list:
 * an index function is only ever given what `read` of its own kind returned.
 */
type IndexFunction<T> = { keysOf(object: T): readonly string[] }['keysOf'];
