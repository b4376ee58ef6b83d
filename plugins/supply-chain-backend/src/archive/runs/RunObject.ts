import type { StageRunView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';

/** A TaskRun, as far as its logs are archived. */
export interface RunObject {
  readonly meta: ObjectMeta;
  /** Undefined of one that belongs to no workload. */
  readonly run?: {
    readonly view: StageRunView;
    /** The container of each step, by the step's name. */
    readonly containers: Readonly<Record<string, string>>;
  };
}
