import type { ResourceDefinition } from './ResourceDefinition.ts';
import type { ResourceId } from './ResourceId.ts';

/** The kinds that one cluster serves. Kinds may be added while it runs, as CRDs are. */
export class ResourceCatalog {
  readonly #definitions = new Map<string, ResourceDefinition>();

  constructor(definitions: Iterable<ResourceDefinition>) {
    for (const definition of definitions) this.add(definition);
  }

  /** Adds a kind or replaces the one of the same group and plural. */
  add(definition: ResourceDefinition): void {
    this.#definitions.set(
      `${definition.group}/${definition.plural}`,
      definition,
    );
  }

  all(): ResourceDefinition[] {
    return [...this.#definitions.values()];
  }

  find(
    resource: Pick<ResourceId, 'group' | 'plural'>,
  ): ResourceDefinition | undefined {
    return this.#definitions.get(`${resource.group}/${resource.plural}`);
  }

  /** By what an object says of itself. */
  findByKind(apiVersion: string, kind: string): ResourceDefinition | undefined {
    const slash = apiVersion.indexOf('/');
    const group = slash < 0 ? '' : apiVersion.slice(0, slash);
    return this.all().find(d => d.group === group && d.kind === kind);
  }

  /** The address of a kind in its preferred version. */
  idOf(definition: ResourceDefinition): ResourceId {
    const { group, plural, versions } = definition;
    return { group, plural, version: versions[0] ?? 'v1' };
  }

  /** Group names in order of their first kind; '' is the core group. */
  groups(): string[] {
    return [...new Set(this.all().map(d => d.group))];
  }
}
