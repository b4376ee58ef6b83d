import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Whether logs outlive their builds. */
export interface LogKeeping {
  /** Of a Build of kpack; undefined when that cannot be told now. Never fails but for the signal. */
  keeps(build: ObjectRef, signal: AbortSignal): Promise<boolean | undefined>;
}
