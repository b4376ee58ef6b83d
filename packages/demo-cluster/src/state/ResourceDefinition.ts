/** One column of `kubectl get`, as a CRD's additionalPrinterColumns has it. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
  readonly format?: string;
  readonly description?: string;
  /** Above 0: only with `-o wide`. */
  readonly priority?: number;
}

/** A kind that the cluster serves. */
export interface ResourceDefinition {
  readonly group: string;
  /** Served versions, the preferred one first. */
  readonly versions: readonly string[];
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly verbs?: readonly string[];
  /** 'status', 'log', … */
  readonly subresources?: readonly string[];
  /** Without: NAME and AGE only. */
  readonly columns?: readonly PrinterColumn[];
  /** The kind whose objects these are in another form, as events.k8s.io shows core events. */
  readonly storedAs?: { readonly group: string; readonly plural: string };
  /** False for what comes with Kubernetes itself; true for custom resources, which answer some patches otherwise. */
  readonly custom: boolean;
}
