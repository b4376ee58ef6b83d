import type { ListRequest } from './ListRequest';

export interface WatchRequest extends ListRequest {
  /**
   * Where to go on: the version of a list, a bookmark or an event. Opaque, never compared or counted with. Without one the
   * watch begins with the state, as ADDED, up to a BOOKMARK with `initialEnd`: a list that the server streams. A server that
   * cannot do that refuses it in one of many ways, or says nothing of an end.
   */
  readonly resourceVersion?: string | undefined;
  /** How long it may last. 4 to 5 minutes when left out: no longer may a connection be silent without bookmarks. */
  readonly seconds?: number | undefined;
}
