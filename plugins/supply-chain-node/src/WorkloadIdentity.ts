/** A workload, or a kpack Image that belongs to none, as far as ownership can depend on it. */
export interface WorkloadIdentity {
  readonly kind: 'Workload' | 'Image';
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}
