import type { PodObject } from '../../model/objects/PodObject';
import type { OneTopic } from '../ViewTopic';
import type { ClusterSurroundings } from './surroundingsOf';

/** How the view of one thing is derived. */
export interface ViewRecipe<T extends object> {
  readonly topic: OneTopic;
  /** Tells apart views of one topic that different readers get. */
  readonly variant: string;
  /** It reads no other cluster than its own: nothing that only its reader's own tokens open can be in it. */
  readonly staysInCluster: boolean;
  /** Pods whose events are worth reading first. */
  pods(around: ClusterSurroundings): readonly PodObject[];
  /** Undefined when there is no such thing. */
  derive(around: ClusterSurroundings): T | undefined;
}
