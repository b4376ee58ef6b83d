import type { KubernetesDiscovery } from './KubernetesDiscovery';
import { NamespaceRights } from './NamespaceRights';
import type { ResourceId } from './ResourceId';

/** What clusters say of themselves and of us, in memory, for tests. */
export class FakeDiscovery implements KubernetesDiscovery {
  /** `gadgets.example.com` of kinds that are installed. */
  readonly kinds = new Set<string>();
  /** By namespace: what may be listed there; undefined: the cluster cannot tell. */
  readonly allowed = new Map<string, readonly ResourceId[] | undefined>();
  own: string | undefined;
  /** Asked before every answer; a returned error is thrown. */
  meddle: (question: 'served' | 'rights' | 'own') => Error | undefined = () =>
    undefined;
  /** `rights build dev`, in order. */
  readonly asked: string[] = [];

  async served(
    cluster: string,
    { group }: { readonly group: string },
  ): Promise<ReadonlySet<string>> {
    this.#ask('served', cluster, group);
    return new Set(
      [...this.kinds]
        .filter(kind => kind.endsWith(`.${group}`))
        .map(kind => kind.slice(0, -group.length - 1)),
    );
  }

  async rightsIn(cluster: string, namespace: string): Promise<NamespaceRights> {
    this.#ask('rights', cluster, namespace);
    const known = this.allowed.has(namespace);
    const resources = this.allowed.get(namespace);
    return new NamespaceRights({
      incomplete: known && resources === undefined,
      resourceRules: (resources ?? []).map(({ group, plural }) => ({
        ...{ verbs: ['list', 'watch'], apiGroups: [group] },
        resources: [plural],
      })),
    });
  }

  async ownNamespace(cluster: string): Promise<string | undefined> {
    this.#ask('own', cluster, '');
    return this.own;
  }

  #ask(
    question: 'served' | 'rights' | 'own',
    cluster: string,
    what: string,
  ): void {
    this.asked.push([question, cluster, what].filter(Boolean).join(' '));
    const error = this.meddle(question);
    if (error) throw error;
  }
}
