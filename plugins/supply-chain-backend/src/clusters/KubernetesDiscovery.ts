import type { NamespaceRights } from './NamespaceRights';

/** What a cluster says of itself and of us, asked where a kind is missing or refused. Throws as `KubernetesApi` does. */
export interface KubernetesDiscovery {
  /** Plurals of the kinds that the cluster has in a version of a group; none when it does not have the group. */
  served(
    cluster: string,
    of: { readonly group: string; readonly version: string },
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>>;
  /** What we may do in a namespace, as far as the cluster can tell (SelfSubjectRulesReview). */
  rightsIn(
    cluster: string,
    namespace: string,
    signal: AbortSignal,
  ): Promise<NamespaceRights>;
  /** Where the service account lives whose token the kubernetes plugin uses; undefined for other users, and before v1.28. */
  ownNamespace(
    cluster: string,
    signal: AbortSignal,
  ): Promise<string | undefined>;
}
