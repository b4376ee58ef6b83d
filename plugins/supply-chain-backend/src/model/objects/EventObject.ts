/** A Kubernetes event about a pod, as far as we show it. */
export type EventObject = {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  /** Of what it is about: a pod that is made anew has the name of the old one. */
  readonly uid?: string;
  readonly reason: string;
  readonly message?: string;
  readonly at?: string;
};
