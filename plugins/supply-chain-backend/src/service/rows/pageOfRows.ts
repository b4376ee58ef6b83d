import type {
  WorkloadRow,
  WorkloadsAnswer,
  WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { compareText } from '../compareText';
import { InvalidQuery } from '../errors/InvalidQuery';
import { FACETS } from './FacetColumn';
import { orderRows, type OrderedRow } from './orderRows';
import { rowCursor, type RowPlace } from './rowCursor';
import { compareKeys } from './rowOrder';
import type { RowPart } from './RowPart';
import { selectRows } from './selectRows';

export type PageOfRows = Pick<
  WorkloadsAnswer,
  'items' | 'total' | 'facets' | 'cursor'
>;

/**
 * Filters, counts, sorts and cuts the rows that a reader may see. The first part is everybody's rows, in whose order of the
 * first page a cursor goes on; others are few.
 */
export function pageOfRows(
  parts: readonly [RowPart, ...RowPart[]],
  query: WorkloadsQuery,
): PageOfRows {
  const place = placeOf(query);
  const { sort, limit } = query;
  const selected = parts.map(part => ({ part, ...selectRows(part, query) }));
  const ordered = selected
    .flatMap(({ part, slots }) =>
      orderRows(part.table, slots, sort, place, limit + 1).map(
        row => ({ part, ...row } as const),
      ),
    )
    .sort((a, b) => compareKeys(a.key, b.key, sort));
  const page = ordered.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toRow),
    total: selected.reduce((sum, { slots }) => sum + slots.length, 0),
    facets: Object.fromEntries(
      FACETS.map((facet, index) => {
        const counts = new Map<string, number>();
        for (const { facets } of selected) facets[index]?.addTo(counts);
        return [facet, mostFirst(counts)];
      }),
    ) as PageOfRows['facets'],
    ...(last && ordered.length > limit
      ? {
          cursor: rowCursor.write(sort, {
            after: last.key,
            began: beganOf(parts[0], place),
          }),
        }
      : {}),
  };
}

function placeOf({ cursor, sort }: WorkloadsQuery): RowPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = rowCursor.read(cursor, sort);
  if (place) return place;
  throw new InvalidQuery(
    'cursor is not one that this list gave for this order: start again without it',
  );
}

/** The moment of the first page goes from page to page. */
function beganOf(
  { table }: RowPart,
  place: RowPlace | undefined,
): RowPlace['began'] & object {
  return place?.began?.table === table.id
    ? place.began
    : { table: table.id, moment: table.past.now };
}

function toRow({ part, slot }: OrderedRow & { part: RowPart }): WorkloadRow {
  const row = part.table.row(slot);
  return part.isOld(slot) ? { ...row, stale: true } : row;
}

/** Most frequent first. */
function mostFirst(counts: ReadonlyMap<string, number>) {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}
