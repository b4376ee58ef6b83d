import { replay } from '../testing/replay';
import { workloadView } from '../workloadView';
import { selectingChains } from './selectingChains';

/** A workload of a recording with what the real Cartographer had chosen for it by then. */
function* chosen(name: 'run1' | 'run2') {
  for (const { kind, cluster, namespace, name: of } of replay(name)) {
    if (kind !== 'workloads.carto.run') continue;
    const workload = cluster.get('workloads.carto.run', namespace, of);
    const chains = cluster.all('clustersupplychains.carto.run');
    const said = workload?.status.conditions.find(
      each => each.type === 'SupplyChainReady',
    );
    if (!workload || !said || chains.length < 8) continue;
    const names = selectingChains(workload, chains).map(each => each.meta.name);
    yield { workload, said, names, cluster };
  }
}

/** By what Cartographer says of its choice, where that is not the one that it names. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  SupplyChainNotFound: [],
  WorkloadLabelsMissing: [],
  MultipleSupplyChainMatches: ['twin-east', 'twin-west'],
};

describe.each(['run1', 'run2'] as const)(
  'the choice of a chain at every moment of %s',
  name => {
    const choices: (readonly [string, readonly string[], readonly string[]])[] =
      [];
    const reasons = new Map<string, number>();
    const told = new Set<string>();

    beforeAll(() => {
      for (const { workload, said, names, cluster } of chosen(name)) {
        const reason = said.reason ?? '';
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        const right = CHOSEN[reason] ?? [workload.status.blueprint ?? ''];
        choices.push([workload.meta.name, [...names].sort(), right]);
        if (!(reason in CHOSEN)) continue;
        const view = workloadView(workload, cluster.around());
        const matching = view.candidates.filter(({ matches }) => matches);
        told.add(`${view.ref.name}: ${view.owner}, ${matching.length} match`);
      }
    });

    it('is the one that the real Cartographer made', () => {
      for (const [workload, ours, right] of choices)
        expect([workload, ours]).toEqual([workload, right]);
      expect([...reasons.keys()].sort()).toEqual([
        'MultipleSupplyChainMatches',
        'Ready',
        'SupplyChainNotFound',
        'TemplatesNotFound',
        'WorkloadLabelsMissing',
      ]);
      expect(reasons.get('Ready')).toBeGreaterThan(100);
    });

    it('is told with who can fix it where it is none, or several', () => {
      expect([...told].sort()).toEqual([
        'nameless: developer, 0 match',
        'orphan: developer, 0 match',
        'twins: platform, 2 match',
      ]);
    });
  },
);
