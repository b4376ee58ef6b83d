import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Caller } from '../access/Caller';
import type { Clock } from '../clock/Clock';
import type { BuildComparisons } from '../compare/BuildComparisons';
import type { LogReader } from '../logs/LogReader';
import type { RunRef } from '../logs/runs/RunRef';
import type { ObjectReader } from '../service/objects/ObjectReader';
import type { ViewChanges } from '../service/ViewChanges';
import type { BuildTrigger } from '../trigger/BuildTrigger';
import type { TrustReader } from '../trust/TrustReader';
import type { ReflectingLiveCopy } from '../watch/ReflectingLiveCopy';
import type { StreamQuota } from './stream/StreamQuota';
import type { TopicReaders } from './stream/TopicReaders';

/** What routes work with: readers that authorise, and no others. */
export interface RouteServices extends TopicReaders {
  readonly logs: LogReader<Caller>;
  readonly runLogs: LogReader<Caller, RunRef>;
  readonly objects: ObjectReader<Caller>;
  readonly trigger: BuildTrigger<Caller>;
  readonly comparisons: BuildComparisons<Caller>;
  readonly trust: TrustReader<Caller>;
  /** False when the policy denies this caller reading as a whole, whatever there is. */
  readonly mayRead: (as: Caller) => Promise<boolean>;
  /** Tells a caller that an answer may have changed, nothing of what. */
  readonly changesOf: (as: Caller) => ViewChanges;
  /** `look` when a person asks, `touch` as long as somebody watches. */
  readonly copy: Pick<ReflectingLiveCopy, 'look' | 'touch'>;
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly quota: StreamQuota;
  /** Aborted when the backend stops. */
  readonly shutdown: AbortSignal;
}
