import type { Caller } from '../../access/Caller';
import type { ViewChanges } from '../../service/ViewChanges';
import type { TopicReader } from './TopicReader';

/** What streams and polls tell topics with. */
export interface TopicServices {
  readonly topicReader: Pick<TopicReader, 'read'>;
  readonly changes: ViewChanges;
  /** False when the policy denies this caller reading as a whole, whatever there is. */
  readonly mayRead: (as: Caller) => Promise<boolean>;
}
