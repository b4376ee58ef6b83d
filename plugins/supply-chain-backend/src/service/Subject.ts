/**
 * What permissions are about: a workload with everything that it stamped, or a kpack Image that belongs to no
 * workload, with its builds.
 */
export interface Subject {
  readonly kind: 'Workload' | 'Image';
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}
