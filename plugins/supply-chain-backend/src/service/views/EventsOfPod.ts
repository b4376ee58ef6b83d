import type { PodObject } from '../../model/objects/PodObject';
import type { PodEventsRead } from '../PodEvents';

/** What a pod's events told when they were read last. */
export interface EventsOfPod {
  readonly pod: PodObject;
  /** The same object as long as they are not read again. */
  readonly read: PodEventsRead;
}
