import fc from 'fast-check';
import {
  filtersQuery,
  isFiltered,
  readFilters,
  writeFilters,
  type ListFilters,
} from './ListFilters';

const NONE: ListFilters = {
  q: '',
  cluster: [],
  namespace: [],
  phase: [],
  reason: [],
  builder: [],
  mine: false,
  sort: 'phase',
};

describe('readFilters', () => {
  it.each<[string, Partial<ListFilters>]>([
    ['', {}],
    ['q=pay', { q: 'pay' }],
    ['phase=failed&phase=running', { phase: ['failed', 'running'] }],
    ['phase=failed,running', { phase: ['failed', 'running'] }],
    ['phase=failed&phase=failed', { phase: ['failed'] }],
    ['phase=broken', {}],
    ['namespace=a&cluster=b', { namespace: ['a'], cluster: ['b'] }],
    ['owner=me', { mine: true }],
    ['owner=group:default/a', {}],
    ['sort=-age', { sort: '-age' }],
    ['sort=colour', {}],
  ])('%j', (search, expected) =>
    expect(readFilters(new URLSearchParams(search))).toEqual({
      ...NONE,
      ...expected,
    }),
  );
});

describe('writeFilters', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const filters: fc.Arbitrary<ListFilters> = fc.record({
    q: fc.string({ maxLength: 20 }),
    cluster: fc.uniqueArray(word),
    namespace: fc.uniqueArray(word),
    phase: fc.uniqueArray(
      fc.constantFrom('failed' as const, 'running' as const, 'ready' as const),
    ),
    reason: fc.uniqueArray(word),
    builder: fc.uniqueArray(word),
    mine: fc.boolean(),
    sort: fc.constantFrom('phase' as const, '-age' as const, 'name' as const),
  });

  it('writes what readFilters reads', () =>
    fc.assert(
      fc.property(filters, wanted => {
        const url = writeFilters(wanted, new URLSearchParams()).toString();
        expect(readFilters(new URLSearchParams(url))).toEqual(wanted);
      }),
    ));

  it('leaves other parameters alone and no trace of what is not set', () =>
    expect(
      writeFilters(NONE, new URLSearchParams('theme=dark&q=x')).toString(),
    ).toBe('theme=dark'));
});

describe('filtersQuery', () => {
  it('asks for nothing that is not set', () =>
    expect(filtersQuery(NONE)).toEqual({ sort: 'phase' }));

  it('asks the backend who "mine" is', () =>
    expect(filtersQuery({ ...NONE, mine: true })).toEqual({
      sort: 'phase',
      owner: 'me',
    }));
});

describe('isFiltered', () => {
  it.each<[Partial<ListFilters>, boolean]>([
    [{}, false],
    [{ sort: 'name' }, false],
    [{ q: 'a' }, true],
    [{ mine: true }, true],
    [{ builder: ['x'] }, true],
  ])('%j: %s', (some, expected) =>
    expect(isFiltered({ ...NONE, ...some })).toBe(expected),
  );
});
