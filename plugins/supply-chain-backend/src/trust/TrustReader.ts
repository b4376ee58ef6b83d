import type {
  ObjectRef,
  StageTrustQuery,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The image of a stage of a workload: whoever asks names no image, only where it is said which one. */
export interface StageTrustRequest extends StageTrustQuery {
  readonly ref: ObjectRef;
  readonly stage: string;
}

/** What images are worth. `As` as for `SupplyChainReader`: a reader of `Caller` authorises. */
export interface TrustReader<As> {
  /** Of a Build of kpack. */
  trust(build: ObjectRef, as: As): Promise<TrustView>;
  /** Of a stage that makes its image another way, or gets it ready-made. */
  ofStage(request: StageTrustRequest, as: As): Promise<TrustView>;
}
