import type { KubeObject } from '../state/KubeObject.ts';

/** One entry of `status.resources` of a Workload or Deliverable, as far as the demo reads it. */
export interface Stage {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly template: { readonly kind: string; readonly name: string };
  readonly stamped:
    | {
        /** `plural.group`. */
        readonly resource: string;
        readonly namespace: string | undefined;
        readonly name: string;
      }
    | undefined;
  readonly outputs: readonly {
    readonly name: string;
    readonly preview: string;
    readonly digest: string;
  }[];
}

/** Whose stages they are. */
export interface Owner {
  readonly resource: { readonly group: string; readonly plural: string };
  readonly object: KubeObject;
}
