import type {
  Problem,
  StageFacts,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../model/objects/Fields';
import type { RealizedResource } from '../model/objects/OwnerStatus';
import type { WorkloadObject } from '../model/objects/WorkloadObject';
import type { StampedQuery } from '../model/StampedQuery';
import type { StampedRead } from '../model/StampedRead';
import type { ValuesShown } from '../model/ValuesShown';

/** A stage with the object that it stamped. */
export interface InspectedStage {
  readonly stage: RealizedResource;
  readonly workload: WorkloadObject;
  /** The stamped object; its fields are all optional. */
  readonly object: Fields;
  /** The same as the cluster gave it. */
  readonly raw: unknown;
  readonly cluster: string;
  /** Where the object is. */
  readonly namespace: string;
  /** Newest first. */
  readonly runs: readonly StageRunView[];
  readonly values: ValuesShown;
  /** More objects of this namespace: only what belongs to the stamped object may be asked for. */
  read(query: Omit<StampedQuery, 'cluster' | 'namespace'>): StampedRead;
  sha256?: ((text: string) => string) | undefined;
}

/** What an inspector found out. */
export interface StageFindings {
  readonly facts?: StageFacts | undefined;
  /** What it could not read. */
  readonly problems?: readonly Problem[] | undefined;
}

/** Tells what a stage shows besides what every stage has. Must not throw: every field of every object may be missing. */
export interface StageInspector {
  /** API group and kind of the objects that it knows; versions are read alike. */
  readonly group: string;
  readonly kind: string;
  inspect(it: InspectedStage): StageFindings;
}
