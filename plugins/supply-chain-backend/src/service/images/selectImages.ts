import {
  WORKLOAD_PHASES,
  type ImagesAnswer,
  type ImagesQuery,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { imagePhase } from '../../model/images/imagePhase';
import type { FleetImage } from '../builders/FleetImage';
import { compareText } from '../compareText';
import { InvalidQuery } from '../errors/InvalidQuery';
import { rowCursor } from '../rows/rowCursor';
import { compareKeys, rowKey, type RowKey } from '../rows/rowOrder';

type Facets = ImagesAnswer['facets'];

interface Candidate {
  readonly image: FleetImage;
  readonly phase: WorkloadPhase;
  readonly key: RowKey;
}

export interface SelectedImages {
  /** One page, in the order asked for. */
  readonly page: readonly FleetImage[];
  readonly total: number;
  readonly facets: Facets;
  readonly cursor?: string;
}

/** The images that a query asks for, out of those that its reader may see. */
export function selectImages(
  images: readonly FleetImage[],
  query: ImagesQuery,
): SelectedImages {
  const after = placeOf(query);
  const candidates = images
    .filter(
      ({ facts }) => query.workload === 'any' || facts.workload === undefined,
    )
    .filter(image => mentions(image, query.q))
    .map(image => candidateOf(image, query.sort));
  const rows = candidates
    .filter(each => FILTERS.every(([, accepts]) => accepts(each, query)))
    .sort((a, b) => compareKeys(a.key, b.key, query.sort));
  const left = after
    ? rows.filter(({ key }) => compareKeys(key, after, query.sort) > 0)
    : rows;
  const page = left.slice(0, query.limit);
  const last = left.length > page.length ? page.at(-1) : undefined;
  return {
    page: page.map(({ image }) => image),
    total: rows.length,
    facets: facetsOf(candidates, query),
    ...(last && { cursor: rowCursor.write(query.sort, { after: last.key }) }),
  };
}

function placeOf({ cursor, sort }: ImagesQuery): RowKey | undefined {
  if (cursor === undefined) return undefined;
  const place = rowCursor.read(cursor, sort);
  if (!place) {
    throw new InvalidQuery(
      'cursor: not one of this list in this order: ask for the first page without it',
    );
  }
  return place.after;
}

function candidateOf(image: FleetImage, sort: ImagesQuery['sort']): Candidate {
  const { facts, cluster } = image;
  const { namespace, name, changedAt } = facts;
  const phase = imagePhase(facts);
  const by = {
    phase: WORKLOAD_PHASES.indexOf(phase),
    time: Date.parse(changedAt ?? '') || 0,
  };
  return { image, phase, key: rowKey({ cluster, namespace, name }, by, sort) };
}

function mentions({ facts }: FleetImage, q: string | undefined): boolean {
  if (!q) return true;
  const { namespace, name, builder, workload, missingWorkload } = facts;
  return [namespace, name, builder.name, workload, missingWorkload]
    .join('\n')
    .toLowerCase()
    .includes(q.toLowerCase());
}

const VALUES: Readonly<
  Record<keyof Facets, (of: Candidate) => string | undefined>
> = {
  phase: ({ phase }) => phase,
  cluster: ({ image }) => image.cluster,
  namespace: ({ image }) => image.facts.namespace,
  builder: ({ image }) => image.facts.builder.name,
};

const NAMES = ['phase', 'cluster', 'namespace', 'builder'] as const;

const FILTERS = NAMES.map(
  name =>
    [
      name,
      (of: Candidate, query: ImagesQuery) => {
        const wanted: readonly string[] = query[name];
        const value = VALUES[name](of);
        return (
          wanted.length === 0 || (value !== undefined && wanted.includes(value))
        );
      },
    ] as const,
);

/** Each counts what there would be with the other filters only. */
function facetsOf(
  candidates: readonly Candidate[],
  query: ImagesQuery,
): Facets {
  const facet = (name: keyof Facets) => {
    const counts = new Map<string, number>();
    for (const each of candidates) {
      const passes = FILTERS.every(
        ([of, accepts]) => of === name || accepts(each, query),
      );
      const value = VALUES[name](each);
      if (passes && value !== undefined) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => compareText(a.value, b.value));
  };
  return {
    phase: facet('phase'),
    cluster: facet('cluster'),
    namespace: facet('namespace'),
    builder: facet('builder'),
  };
}
