import {
  workloadPhaseSchema,
  workloadsQuerySchema,
  type WorkloadRow,
  type WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { InvalidQuery } from './errors/InvalidQuery';
import { pageOfRows } from './pageOfRows';
import { rowCursor } from './rowCursor';

const word = fc.constantFrom('a', 'b', 'c', 'd-e');
const row = fc.record({
  ref: fc.record({ cluster: word, namespace: word, name: word }),
  phase: fc.constantFrom(...workloadPhaseSchema.options),
  reasons: fc.uniqueArray(fc.constantFrom('source', 'stack')),
  changedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
  builder: word,
  says: fc.constantFrom('Image Provider: no buildpack', 'Source: not found'),
});
const rows = fc
  .uniqueArray(row, { selector: ({ ref }) => JSON.stringify(ref) })
  .map(all => all.map(each => ({ ...each, stale: false, pipeline: [] })));
const sort = fc.constantFrom(
  ...([
    'phase',
    'name',
    'namespace',
    'age',
    '-phase',
    '-name',
    '-namespace',
    '-age',
  ] as const),
);

const query = (input: WorkloadsQueryInput = {}) =>
  workloadsQuerySchema.parse(input);
const at = ({ ref }: WorkloadRow) =>
  `${ref.cluster}/${ref.namespace}/${ref.name}`;

describe('a page of rows', () => {
  it('after page has every row once, in an order that does not depend on how they came', () => {
    fc.assert(
      fc.property(
        rows,
        sort,
        fc.integer({ min: 1, max: 5 }),
        (all, by, limit) => {
          const whole = pageOfRows(all, query({ sort: by, limit: 1000 }));
          const turned = pageOfRows(
            [...all].reverse(),
            query({ sort: by, limit: 1000 }),
          );
          expect(turned.items).toEqual(whole.items);
          const paged: WorkloadRow[] = [];
          let cursor: string | undefined;
          do {
            const page = pageOfRows(
              all,
              query({ sort: by, limit, ...(cursor ? { cursor } : {}) }),
            );
            paged.push(...page.items);
            cursor = page.cursor;
          } while (cursor);
          expect(paged.map(at)).toEqual(whole.items.map(at));
        },
      ),
    );
  });

  it('goes on where it was when rows have gone in between', () => {
    fc.assert(
      fc.property(rows, sort, fc.nat(), (all, by, gone) => {
        const first = pageOfRows(all, query({ sort: by, limit: 2 }));
        fc.pre(first.cursor !== undefined);
        const left = all.filter((_, index) => index !== gone % all.length);
        const next = pageOfRows(
          left,
          query({ sort: by, limit: 1000, cursor: first.cursor ?? '' }),
        );
        const seen = [...first.items, ...next.items].map(at);
        expect(new Set(seen).size).toBe(seen.length);
        for (const each of left) expect(seen).toContain(at(each));
      }),
    );
  });

  it('counts in a facet exactly the rows that its value would leave', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('phase', 'namespace', 'reason', 'builder', 'cluster'),
        (all, facet) => {
          const filters = { namespace: ['a', 'b'], phase: ['failed', 'ready'] };
          const { facets } = pageOfRows(all, query(filters));
          for (const { value, count } of facets[facet as keyof typeof facets]) {
            const alone = pageOfRows(
              all,
              query({ ...filters, [facet]: [value] }),
            );
            expect([facet, value, alone.total]).toEqual([facet, value, count]);
          }
        },
      ),
    );
  });

  it('has worst first, youngest first, and the other way round', () => {
    const of = (
      name: string,
      phase: WorkloadRow['phase'],
      changedAt: string,
    ): WorkloadRow => ({
      ref: { cluster: 'c', namespace: 'n', name },
      ...{ phase, changedAt, stale: false, pipeline: [], reasons: [] },
    });
    const all = [
      of('old', 'ready', '2026-01-01T00:00:00Z'),
      of('new', 'failed', '2026-01-03T00:00:00Z'),
      of('mid', 'running', '2026-01-02T00:00:00Z'),
    ];
    const names = (by: WorkloadsQueryInput['sort'] & string) =>
      pageOfRows(all, query({ sort: by })).items.map(({ ref }) => ref.name);
    expect(names('phase')).toEqual(['new', 'mid', 'old']);
    expect(names('-phase')).toEqual(['old', 'mid', 'new']);
    expect(names('age')).toEqual(['new', 'mid', 'old']);
    expect(names('-age')).toEqual(['old', 'mid', 'new']);
    expect(names('name')).toEqual(['mid', 'new', 'old']);
  });

  it('finds each word of a text, in any case', () => {
    fc.assert(
      fc.property(rows, all => {
        const { items } = pageOfRows(
          all,
          query({ q: 'NO buildpack', limit: 1000 }),
        );
        expect(items).toHaveLength(
          all.filter(({ says }) => says.includes('no buildpack')).length,
        );
      }),
    );
  });

  it('refuses a cursor of another order, and text that is none', () => {
    const cursor = rowCursor.write('name', ['a', 'b', 'c']);
    expect(() => pageOfRows([], query({ sort: 'age', cursor }))).toThrow(
      InvalidQuery,
    );
    fc.assert(
      fc.property(fc.string(), text => {
        expect(rowCursor.read(text, 'name')).toBeUndefined();
      }),
    );
  });
});
