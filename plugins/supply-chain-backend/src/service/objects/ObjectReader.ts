import type {
  ObjectQuery,
  ObjectRef,
  ObjectView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** `resource` is `plural.group`; `workload` a hint at whose it is, where the caller knows that. */
export interface ObjectRequest extends ObjectQuery {
  readonly ref: ObjectRef;
  readonly resource: string;
}

/** Objects as clean YAML. `As` as in `SupplyChainReader`. */
export interface ObjectReader<As> {
  object(request: ObjectRequest, as: As): Promise<ObjectView>;
}
