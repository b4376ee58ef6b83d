import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { clusterView } from './clusterView';

const kind = (state: KindHealth['state'], since?: string): KindHealth => ({
  resource: 'r',
  state,
  objects: 0,
  unreadable: 0,
  ...(since ? { since } : {}),
});

describe('clusterView', () => {
  it.each<[string, KindHealth[], string]>([
    ['nothing asked yet', [], 'loading'],
    ['all fresh', [kind('fresh'), kind('fresh')], 'fresh'],
    ['one still loading', [kind('fresh'), kind('loading')], 'loading'],
    ['one stale', [kind('loading'), kind('stale')], 'stale'],
    ['one denied', [kind('stale'), kind('denied')], 'denied'],
    ['one down', [kind('denied'), kind('down')], 'down'],
    ['kinds that it does not have', [kind('absent'), kind('fresh')], 'fresh'],
    ['no kind of ours at all', [kind('absent')], 'fresh'],
  ])('%s: %s', (_, kinds, state) => {
    expect(clusterView({ name: 'build', access: 'shared' }, kinds)).toEqual({
      name: 'build',
      access: 'shared',
      state,
      kinds,
    });
  });

  it('is in its state since the first of its kinds is', () => {
    const kinds = [
      kind('down', '2026-11-22T21:05:00Z'),
      kind('down', '2026-11-22T21:04:00Z'),
      kind('fresh', '2026-11-22T20:00:00Z'),
    ];
    expect(clusterView({ name: 'build', access: 'shared' }, kinds).since).toBe(
      '2026-11-22T21:04:00Z',
    );
  });

  it('says the same on every replica while all is well, whenever each began to look', () => {
    const view = (since: string) =>
      clusterView({ name: 'build', access: 'shared' }, [
        kind('fresh', since),
        kind('absent', since),
      ]);
    expect(view('2026-01-01T00:00:00Z')).toEqual(view('2026-01-02T00:00:00Z'));
  });
});
