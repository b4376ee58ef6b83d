import type { StageFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A stage, as an inspector is given it. */
export interface StageToInspect {
  readonly cluster: string;
  readonly namespace: string;
  /** The workload's name. */
  readonly workload: string;
  /** Its name in the supply chain, for example `image-scanner`. */
  readonly name: string;
  /** The stamped object as the cluster gave it, without `managedFields`. Every field may be missing, or of another type. */
  readonly object: unknown;
}

/**
 * Tells what a stage shows besides what every stage has, for the kind of its stamped object. Conditions, events, runs and YAML
 * are shown without it.
 */
export interface StageInspector {
  /** API group of the kind; `''` for the core group. */
  readonly group: string;
  /** For example `SourceScan`. All versions are given alike. */
  readonly kind: string;
  /**
   * Pure and quick: called whenever the object changes and somebody looks. What it tells is shown to everybody who may see
   * the workload, as text. Undefined leaves the stage to the inspector of our own for that kind, if there is one; so does
   * throwing, which is logged.
   */
  inspect(stage: StageToInspect): StageFacts | undefined;
}
