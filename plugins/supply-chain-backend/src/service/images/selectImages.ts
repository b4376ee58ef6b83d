import {
  WORKLOAD_PHASES,
  type ImagesAnswer,
  type ImagesQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { imagePhase } from '../../model/images/imagePhase';
import type { FleetImage } from '../builders/FleetImage';
import { InvalidQuery } from '../errors/InvalidQuery';
import { leastOf } from '../rows/leastOf';
import { rowCursor } from '../rows/rowCursor';
import { compareKeys, rowKey, type RowKey } from '../rows/rowOrder';
import { ImageFacets, type FacetedImage } from './ImageFacets';

interface Candidate extends FacetedImage {
  readonly key: RowKey;
}

export interface SelectedImages {
  /** One page, in the order asked for. */
  readonly page: readonly FleetImage[];
  readonly total: number;
  readonly facets: ImagesAnswer['facets'];
  readonly cursor?: string;
}

/** The images that a query asks for, out of those that its reader may see. */
export function selectImages(
  images: readonly FleetImage[],
  query: ImagesQuery,
): SelectedImages {
  const { sort, limit } = query;
  const after = placeOf(query);
  const facets = new ImageFacets(query);
  const left: Candidate[] = [];
  let total = 0;
  for (const image of images) {
    if (query.workload !== 'any' && image.facts.workload !== undefined)
      continue;
    if (!mentions(image, query.q)) continue;
    const candidate = candidateOf(image, sort);
    if (!facets.passes(candidate)) continue;
    total += 1;
    if (!after || compareKeys(candidate.key, after, sort) > 0)
      left.push(candidate);
  }
  const page = leastOf(left, limit, (a, b) => compareKeys(a.key, b.key, sort));
  const last = left.length > page.length ? page.at(-1) : undefined;
  return {
    page: page.map(({ image }) => image),
    total,
    facets: facets.counted(),
    ...(last && { cursor: rowCursor.write(sort, { after: last.key }) }),
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
