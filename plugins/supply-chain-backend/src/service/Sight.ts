import type { PersonalCopy } from '../personal/PersonalCopy';
import type { Subject } from './Subject';

/** What one caller may see, as access/ has worked it out. Readers that take a Sight trust it. */
export interface Sight {
  readonly signal: AbortSignal;
  /** Of equal subjects it says the same as long as the sight is in use. */
  sees(subject: Subject): boolean;
  /** Whether environment values in build differences may be shown. */
  seesValues(subject: Subject): boolean;
  /** Whether there can be anything at all on this cluster, or in this namespace of it, that `sees` allows. */
  mayLookAt(cluster: string, namespace?: string): boolean;
  /** True when nothing is hidden, so that counts over everything may be told. */
  readonly all: boolean;
  /**
   * The same for readers for whom `sees`, `mayLookAt` and `all` answer the same, so that one list answers them all; absent
   * when that is not known of any other.
   */
  readonly rights?: string | undefined;
  /**
   * The clusters that are read with this caller's own tokens, and no others; absent when there can be none. Nothing of them
   * may get into a cache that another caller reads. `seenCopy` combines them with everybody's.
   */
  readonly personal?: PersonalCopy | undefined;
}
