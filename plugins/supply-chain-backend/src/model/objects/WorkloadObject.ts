import type { ObjectMeta } from './ObjectMeta';
import type { OwnerStatus } from './OwnerStatus';

/** A Cartographer Workload, as far as we show it. */
export type WorkloadObject = {
  readonly meta: ObjectMeta;
  readonly source: WorkloadSource;
  /** A prebuilt image instead of a source. */
  readonly image?: string;
  /** A supply chain's selector may ask for a parameter; values other than plain text are left out. */
  readonly params: readonly WorkloadParam[];
  readonly serviceAccountName?: string;
  readonly status: OwnerStatus;
};

export type WorkloadParam = { readonly name: string; readonly value?: string };

export type WorkloadSource = {
  readonly git?: {
    readonly url?: string;
    readonly branch?: string;
    readonly tag?: string;
    readonly commit?: string;
  };
  readonly image?: string;
  readonly subPath?: string;
};
