import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from './readConfig';

function read(supplyChain: {
  [key: string]: never | string[] | object[] | number;
}) {
  return readConfig(mockServices.rootConfig({ data: { supplyChain } }));
}

describe('readConfig', () => {
  it('leaves everything to us when nothing is set', () => {
    const config = readConfig(mockServices.rootConfig({ data: {} }));
    expect(config.idleStopMs).toBeUndefined();
    expect(config.namespacesOf('any')).toBeUndefined();
  });

  it('reads minutes', () => {
    expect(read({ idleStopMinutes: 2.5 }).idleStopMs).toBe(150_000);
    expect(() => read({ idleStopMinutes: 0 })).toThrow('at least 1');
  });

  it('reads namespaces of all clusters and of single ones, which go first', () => {
    const { namespacesOf } = read({
      namespaces: ['a', 'b', 'a'],
      clusters: [{ name: 'one', namespaces: ['c'] }, { name: 'two' }],
    });
    expect(namespacesOf('one')).toEqual(['c']);
    expect(namespacesOf('two')).toEqual(['a', 'b']);
    expect(namespacesOf('other')).toEqual(['a', 'b']);
  });

  it('takes an empty list for none', () => {
    expect(read({ namespaces: [] }).namespacesOf('any')).toBeUndefined();
  });

  it.each(['Upper', 'a/b', '..', '', 'x'.repeat(64)])(
    'refuses %j at the start, not at the first request',
    name => {
      expect(() =>
        read({ clusters: [{ name: 'c', namespaces: [name] }] }),
      ).toThrow();
    },
  );
});
