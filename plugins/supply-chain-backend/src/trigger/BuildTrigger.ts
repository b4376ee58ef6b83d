import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

export interface TriggerRequest {
  /** Who asks, as an entity ref or the name of a service: written on the Build, and shown by the next one. */
  readonly by: string;
}

/** Asks for a rebuild of an image. `As` as for `SupplyChainReader`: routes get one of `Caller`, which authorises. */
export interface BuildTrigger<As> {
  /**
   * Resolves when the cluster has taken note. `build` is the newest Build that the caller knows of: nothing is asked for
   * when there is a newer one.
   */
  trigger(build: ObjectRef, request: TriggerRequest, as: As): Promise<void>;
}
