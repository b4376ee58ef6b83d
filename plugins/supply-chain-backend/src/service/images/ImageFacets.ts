import {
  assertNever,
  type ImagesAnswer,
  type ImagesQuery,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { FleetImage } from '../builders/FleetImage';
import { compareText } from '../compareText';

type Facets = ImagesAnswer['facets'];

const FACETS = ['phase', 'cluster', 'namespace', 'builder'] as const;

/** What the filters of a list look at. */
export interface FacetedImage {
  readonly image: FleetImage;
  readonly phase: WorkloadPhase;
}

/** The filters of a list, and what each value of each would have with the other filters only; in one pass over the images. */
export class ImageFacets {
  readonly #query: ImagesQuery;
  readonly #counts = new Map(
    FACETS.map(facet => [facet, new Map<string, number>()]),
  );

  constructor(query: ImagesQuery) {
    this.#query = query;
  }

  /** Whether all filters let the image pass. To be asked once of each: it is counted. */
  passes(of: FacetedImage): boolean {
    const failed = FACETS.filter(facet => !this.#accepts(facet, of));
    const [first, second] = failed;
    if (first === undefined) for (const facet of FACETS) this.#count(facet, of);
    else if (second === undefined) this.#count(first, of);
    return first === undefined;
  }

  counted(): Facets {
    const facet = (name: keyof Facets) =>
      [...(this.#counts.get(name) ?? [])]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => compareText(a.value, b.value));
    return {
      phase: facet('phase'),
      cluster: facet('cluster'),
      namespace: facet('namespace'),
      builder: facet('builder'),
    };
  }

  #accepts(facet: keyof Facets, of: FacetedImage): boolean {
    const wanted: readonly string[] = this.#query[facet];
    if (wanted.length === 0) return true;
    const value = valueOf(facet, of);
    return value !== undefined && wanted.includes(value);
  }

  #count(facet: keyof Facets, of: FacetedImage): void {
    const value = valueOf(facet, of);
    const counts = this.#counts.get(facet);
    if (value !== undefined) counts?.set(value, (counts.get(value) ?? 0) + 1);
  }
}

function valueOf(
  facet: keyof Facets,
  { phase, image }: FacetedImage,
): string | undefined {
  switch (facet) {
    case 'phase':
      return phase;
    case 'cluster':
      return image.cluster;
    case 'namespace':
      return image.facts.namespace;
    case 'builder':
      return image.facts.builder.name;
    default:
      return assertNever(facet);
  }
}
