import { DEFAULT_LIMIT, workloadsQuerySchema } from './workloadsQuery';

describe('the query of the list', () => {
  it('is empty by default: everything, worst first', () => {
    expect(workloadsQuerySchema.parse({})).toEqual({
      cluster: [],
      namespace: [],
      phase: [],
      reason: [],
      builder: [],
      sort: 'phase',
      limit: DEFAULT_LIMIT,
    });
  });

  it('takes alternatives repeated or joined by commas', () => {
    const query = workloadsQuerySchema.parse({
      phase: ['failed', 'running,ready'],
      namespace: 'a,b',
    });
    expect(query.phase).toEqual(['failed', 'running', 'ready']);
    expect(query.namespace).toEqual(['a', 'b']);
  });

  it.each([
    [{ phase: 'broken' }, 'a phase nobody has'],
    [{ limit: '0' }, 'a page of nothing'],
    [{ limit: '1001' }, 'a page larger than the limit'],
    [{ sort: 'colour' }, 'an unknown order'],
    [{ q: { $ne: '' } }, 'an object for a text'],
    [{ cluster: [{}] }, 'an object among names'],
  ])('refuses %j: %s', (query: unknown, _because: string) => {
    expect(workloadsQuerySchema.safeParse(query).success).toBe(false);
  });
});
