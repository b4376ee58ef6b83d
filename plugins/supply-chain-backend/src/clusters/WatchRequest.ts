import type { ListRequest } from './ListRequest';

/** Where to go on watching: the version of a list, a bookmark or an event. Opaque, never compared or counted with. */
export interface WatchRequest extends ListRequest {
  readonly resourceVersion: string;
}
