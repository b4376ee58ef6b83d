import type {
  BuildComparison,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Two builds of an image side by side. `As` as for `SupplyChainReader`. */
export interface BuildComparisons<As> {
  /** `other` is a build of the same image; the one before `build` when absent, `build` itself where there is none. */
  compare(
    build: ObjectRef,
    other: string | undefined,
    as: As,
  ): Promise<BuildComparison>;
}
