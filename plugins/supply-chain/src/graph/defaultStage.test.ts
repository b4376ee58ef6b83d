import type { StagePhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { defaultStage } from './defaultStage';

const phases: Record<string, StagePhase> = {
  ready: { kind: 'ready' },
  failed: { kind: 'failed', says: 'x' },
  misconfigured: { kind: 'misconfigured', says: 'x', owner: 'developer' },
  running: { kind: 'running' },
  waiting: { kind: 'waiting', for: 'x' },
};

function graph(of: string) {
  return {
    edges: [],
    stages: of
      .split(' ')
      .filter(Boolean)
      .map((word, n) => {
        const [kind = '', engine] = word.split('+');
        return {
          name: String(n),
          title: '',
          phase: phases[kind] ?? { kind: 'unknown' as const },
          stale: false,
          outputs: [],
          conditions: [],
          ...(engine && { engine: 'kpack' as const }),
        };
      }),
  };
}

describe('defaultStage', () => {
  it.each([
    ['', undefined],
    ['ready ready+kpack ready', '1'],
    ['ready ready', '0'],
    ['ready ready+kpack failed', '2'],
    ['running misconfigured failed', '2'],
    ['running misconfigured', '1'],
    ['waiting running ready+kpack', '1'],
    ['failed failed', '0'],
  ])('of %j is %j', (of, expected) =>
    expect(defaultStage(graph(of))).toBe(expected),
  );
});
