import type { Condition } from './Condition';

/** `status` of a Workload or Deliverable, as Cartographer writes it for both. */
export type OwnerStatus = {
  readonly observedGeneration?: number;
  /** Name in `supplyChainRef` or `deliveryRef`. */
  readonly blueprint?: string;
  readonly resources: readonly RealizedResource[];
  readonly conditions: readonly Condition[];
};

/** One entry of `status.resources`: a stage. */
export type RealizedResource = {
  readonly name: string;
  readonly stampedRef?: RealizedStampedRef;
  readonly templateRef?: { readonly kind: string; readonly name: string };
  /** Names of the stages that it reads. */
  readonly inputs: readonly string[];
  readonly outputs: readonly RealizedOutput[];
  readonly conditions: readonly Condition[];
};

export type RealizedStampedRef = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly resource?: string;
};

export type RealizedOutput = {
  readonly name: string;
  /** YAML of the value, cut at 1,024 bytes by Cartographer. */
  readonly preview: string;
  readonly digest?: string;
  readonly at?: string;
};
