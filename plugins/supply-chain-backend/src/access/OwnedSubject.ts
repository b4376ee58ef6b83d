import type { Subject } from '../service/Subject';

/** A subject with its owners in the software catalog, as entity references (`group:default/shop`). */
export interface OwnedSubject extends Subject {
  readonly owners: readonly string[];
}
