import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';

/** A ClusterSupplyChain, as far as we show it. */
export type SupplyChainObject = {
  readonly meta: ObjectMeta;
  readonly selector: Selector;
  readonly resources: readonly ChainResource[];
  readonly conditions: readonly Condition[];
};

/** All terms of the three kinds must hold. */
export type Selector = {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly SelectorTerm[];
  /** `key` is a JSONPath into the workload. */
  readonly fields: readonly SelectorTerm[];
};

export type SelectorTerm = {
  readonly key: string;
  /** In, NotIn, Exists, DoesNotExist. */
  readonly operator: string;
  readonly values: readonly string[];
};

export type EdgeType = 'source' | 'image' | 'config' | 'deployment';

/** A stage as the chain plans it. */
export type ChainResource = {
  readonly name: string;
  readonly templateKind?: string;
  /** Absent when the chain chooses among options. */
  readonly templateName?: string;
  /** Those among which it chooses; one that passes through has no name. */
  readonly templateOptions?: readonly string[];
  readonly inputs: readonly {
    readonly from: string;
    readonly type: EdgeType;
  }[];
};
