/** A Kubernetes event about a pod, as far as we show it. */
export type EventObject = {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  readonly reason: string;
  readonly message?: string;
  readonly at?: string;
};
