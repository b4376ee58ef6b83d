import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import { reviewResources } from './reviewResources.ts';

/** In the order of the CRD handler. */
const CUSTOM_VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
const STATUS_VERBS = ['get', 'patch', 'update'];

/** What a cluster serves, in the forms that clients discover it. */
export class DiscoveryDocuments {
  readonly #definitions: readonly ResourceDefinition[];

  constructor(served: readonly ResourceDefinition[]) {
    this.#definitions = [...served, ...reviewResources];
  }

  /** GET /api */
  coreVersions(address: string): object {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [
        { clientCIDR: '0.0.0.0/0', serverAddress: address },
      ],
    };
  }

  /** GET /apis */
  groupList(): object {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.#groups().map(group => this.#group(group)),
    };
  }

  /** GET /apis/GROUP */
  group(name: string): object | undefined {
    if (!this.#groups().includes(name)) return undefined;
    return { kind: 'APIGroup', apiVersion: 'v1', ...this.#group(name) };
  }

  /** GET /api/v1 and /apis/GROUP/VERSION */
  resourceList(group: string, version: string): object | undefined {
    const served = this.#in(group, version);
    if (served.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      ...(group && { apiVersion: 'v1' }),
      groupVersion: group ? `${group}/${version}` : version,
      resources: served.flatMap(definition => [
        {
          name: definition.plural,
          singularName: definition.singular,
          namespaced: definition.namespaced,
          kind: definition.kind,
          verbs: verbsOf(definition),
          ...extras(definition),
        },
        ...(definition.subresources ?? []).map(subresource => ({
          name: `${definition.plural}/${subresource}`,
          singularName: '',
          namespaced: definition.namespaced,
          kind: definition.kind,
          verbs: subresource === 'status' ? STATUS_VERBS : ['get'],
        })),
      ]),
    };
  }

  /** GET /api and /apis as APIGroupDiscoveryList */
  aggregated(root: 'api' | 'apis', form: 'v2' | 'v2beta1'): object {
    const groups = root === 'api' ? [''] : this.#groups();
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: `apidiscovery.k8s.io/${form}`,
      metadata: {},
      items: groups.map(group => ({
        metadata: group ? { name: group } : {},
        versions: this.#versions(group).map(version => ({
          version,
          resources: this.#in(group, version).map(definition =>
            aggregatedResource(definition, version),
          ),
          freshness: 'Current',
        })),
      })),
    };
  }

  #groups(): string[] {
    return [...new Set(this.#definitions.map(d => d.group))].filter(Boolean);
  }

  #in(group: string, version: string): ResourceDefinition[] {
    return this.#definitions.filter(
      d => d.group === group && d.versions.includes(version),
    );
  }

  #versions(group: string): string[] {
    return [
      ...new Set(
        this.#definitions
          .filter(d => d.group === group)
          .flatMap(d => d.versions),
      ),
    ];
  }

  #group(name: string): object {
    const versions = this.#versions(name).map(version => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions, preferredVersion: versions[0] };
  }
}

function aggregatedResource(
  definition: ResourceDefinition,
  version: string,
): object {
  const { group, kind, namespaced, plural, singular, subresources } =
    definition;
  const responseKind = definition.custom
    ? { group, version, kind }
    : { group: '', version: '', kind };
  return {
    resource: plural,
    responseKind,
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs: verbsOf(definition),
    ...extras(definition),
    ...(subresources && {
      subresources: subresources.map(subresource => ({
        subresource,
        responseKind,
        verbs: subresource === 'status' ? STATUS_VERBS : ['get'],
      })),
    }),
  };
}

function verbsOf(definition: ResourceDefinition): readonly string[] {
  return definition.verbs ?? CUSTOM_VERBS;
}

function extras({ shortNames, categories }: ResourceDefinition): object {
  return {
    ...(shortNames && { shortNames }),
    ...(categories && { categories }),
  };
}
