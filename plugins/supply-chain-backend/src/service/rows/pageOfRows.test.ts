import {
  rowSortSchema,
  workloadPhaseSchema,
  workloadsQuerySchema,
  type WorkloadRow,
  type WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { InvalidQuery } from '../errors/InvalidQuery';
import * as pages from './pageOfRows';
import { PastKeys } from './PastKeys';
import { rowCursor } from './rowCursor';
import { RowTable } from './RowTable';
import { simplePage } from './testing/simplePage';

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
const sort = fc.constantFrom(...rowSortSchema.options);

/** The page of a table that holds these rows. */
function pageOfRows(
  all: readonly WorkloadRow[],
  asked: ReturnType<typeof query>,
) {
  const table = new RowTable('a');
  for (const each of all) table.put(table.claim(each.ref), each, {});
  return pageOfTable(table, asked);
}

const everything = { sees: () => true, isOld: () => false };

function pageOfTable(table: RowTable, asked: ReturnType<typeof query>) {
  return pages.pageOfRows([{ table, ...everything }], asked);
}

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

  it('is what one would find row by row', () => {
    const some = <T>(of: fc.Arbitrary<T>) =>
      fc.uniqueArray(of, { maxLength: 2 });
    const asked = fc.record({
      phase: some(fc.constantFrom(...workloadPhaseSchema.options)),
      cluster: some(word),
      namespace: some(word),
      builder: some(word),
      reason: some(fc.constantFrom('source', 'stack')),
      q: fc.constantFrom('', 'a', 'A/b', 'no  buildpack', 'found b'),
      sort,
      limit: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(rows, asked, (all, input) => {
        const { cursor: _, ...page } = pageOfRows(all, query(input));
        expect(page).toEqual(simplePage(all, query(input)));
      }),
    );
  });

  it('shows every row that stays once, whatever changes while one pages', () => {
    const change = fc.oneof(
      fc.record({ put: row }),
      fc.record({ remove: fc.nat() }),
    );
    const pause = fc.array(change, { maxLength: 12 });
    fc.assert(
      fc.property(
        rows,
        sort,
        fc.array(pause, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (all, by, pauses, limit) => {
          const table = new RowTable('a');
          const put = (each: WorkloadRow) =>
            table.put(table.claim(each.ref), each, {});
          all.forEach(each => put({ ...each, stale: false, pipeline: [] }));
          const stayed = new Set(all.map(at));
          const seen: string[] = [];
          let cursor: string | undefined;
          for (let turn = 0; ; turn += 1) {
            const page = pageOfTable(
              table,
              query({ sort: by, limit, ...(cursor ? { cursor } : {}) }),
            );
            seen.push(...page.items.map(at));
            cursor = page.cursor;
            if (cursor === undefined) break;
            for (const each of pauses[turn] ?? []) {
              if ('put' in each) {
                put({ ...each.put, stale: false, pipeline: [] });
                continue;
              }
              const slot = each.remove % table.end;
              if (!table.has(slot)) continue;
              const { cluster, namespace, name } = table.ref(slot);
              stayed.delete(`${cluster}/${namespace}/${name}`);
              table.remove(slot);
            }
          }
          expect(new Set(seen).size).toBe(seen.length);
          for (const each of stayed) expect(seen).toContain(each);
        },
      ),
    );
  });

  it('forgets how it was long ago, and what is gone with it', () => {
    const table = new RowTable('a', new PastKeys(4));
    const of = (name: string, phase: WorkloadRow['phase']): WorkloadRow => ({
      ref: { cluster: 'c', namespace: 'n', name },
      ...{ phase, stale: false, pipeline: [], reasons: [] },
    });
    for (let turn = 0; turn < 50; turn += 1) {
      const name = `w${turn}`;
      const slot = table.claim(of(name, 'ready').ref);
      table.put(slot, of(name, 'ready'), {});
      table.remove(slot);
    }
    expect(table.end).toBeLessThanOrEqual(6);
    expect(table.words.namespace.end).toBe(1);
    expect(pageOfTable(table, query()).items).toEqual([]);
  });

  it('takes a cursor of another replica as a place in the order of now', () => {
    const of = (name: string): WorkloadRow => ({
      ref: { cluster: 'c', namespace: 'n', name },
      ...{ phase: 'ready', stale: false, pipeline: [], reasons: [] },
    });
    const [here, there] = ['here', 'there'].map(id => {
      const table = new RowTable(id);
      for (const each of ['a', 'b', 'c'].map(of))
        table.put(table.claim(each.ref), each, {});
      return table;
    }) as [RowTable, RowTable];
    const { cursor = '' } = pageOfTable(there, query({ limit: 1 }));
    expect(
      pageOfTable(here, query({ cursor })).items.map(({ ref }) => ref.name),
    ).toEqual(['b', 'c']);
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
    const cursor = rowCursor.write('name', { after: ['a', 'b', 'c'] });
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
