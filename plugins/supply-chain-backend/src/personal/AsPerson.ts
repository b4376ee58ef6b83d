import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { NamespaceScout } from '../watch/NamespaceScout';

/** How a cluster is asked as the person whose token it is. */
export interface AsPerson {
  readonly api: KubernetesApi;
  /** For a person who may not read all namespaces at once. */
  readonly scout?: Pick<NamespaceScout, 'find'> | undefined;
}
