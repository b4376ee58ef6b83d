import {
  stageDetailViewSchema,
  stripAnsi,
  workloadRowSchema,
  workloadViewSchema,
  type WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageDetail } from './stageDetail';
import { replay } from './testing/replay';
import type { Moment } from './testing/replay';
import { workloadRow } from './workloadRow';
import { workloadView } from './workloadView';

/** Workloads that a change can concern: the one itself, or the one with the name on the label. */
function concerned({ cluster, kind, namespace, name }: Moment) {
  const labelled =
    kind === 'builds.kpack.io' || kind === 'images.kpack.io' || kind === 'pods'
      ? cluster.get(kind, namespace, name)?.meta.labels
      : undefined;
  const direct = labelled ? labelled['carto.run/workload-name'] : name;
  return cluster.get('workloads.carto.run', namespace, direct ?? '');
}

describe.each(['run1', 'run2'] as const)(
  'workloadView after every recorded change in %s',
  name => {
    const seen: WorkloadView[] = [];

    beforeAll(() => {
      for (const moment of replay(name)) {
        const workload = concerned(moment);
        if (!workload || moment.kind === 'events') continue;
        const around = moment.cluster.around();
        const view = workloadView(workload, around);
        seen.push(view);
        expect(workloadViewSchema.safeParse(view).success).toBe(true);
        const row = workloadRow(workload, around);
        expect(workloadRowSchema.safeParse(row).success).toBe(true);
        expect([row.phase, row.says]).toEqual([view.phase, view.says]);
        const maker = view.graph.stages.find(stage => stage.engine);
        if (!maker) continue;
        const detail = stageDetail(workload, maker.name, around, 'shown');
        expect(detail?.stage).toEqual(maker);
        expect(stageDetailViewSchema.safeParse(detail).success).toBe(true);
      }
    });

    it('derives a view at every moment', () => {
      expect(seen.length).toBeGreaterThan(1000);
    });

    it('never calls a stage failed or misconfigured whose upstream has given nothing', () => {
      for (const { ref, graph } of seen) {
        const stages = new Map(graph.stages.map(stage => [stage.name, stage]));
        for (const { from, to } of graph.edges) {
          const upstream = stages.get(from);
          const stage = stages.get(to);
          if (!upstream || !stage || stage.stampedRef) continue;
          if (upstream.outputs.length > 0) continue;
          if (upstream.phase.kind === 'skipped') continue;
          expect([ref.name, to, stage.phase.kind]).toEqual([
            ref.name,
            to,
            expect.stringMatching(/^(waiting|skipped|planned)$/),
          ]);
        }
      }
    });

    it('waits only for a stage that is there and does not wait itself', () => {
      for (const { graph } of seen) {
        for (const { phase } of graph.stages) {
          if (phase.kind !== 'waiting') continue;
          const root = graph.stages.find(stage => stage.name === phase.for);
          expect(root?.phase.kind).toMatch(
            /^(running|failed|misconfigured|unknown)$/,
          );
        }
      }
    });

    it('names a stage in every sentence but those about the whole, and never a raw dump', () => {
      for (const { says, saysOf, graph } of seen) {
        if (says === undefined) continue;
        expect(says).toBe(stripAnsi(says));
        expect(says).not.toMatch(/[\r\n]|For more info use|ytt:/);
        expect(says.length).toBeLessThan(600);
        const title = graph.stages.find(stage => stage.name === saysOf)?.title;
        if (saysOf !== undefined)
          expect(says.startsWith(title ?? '?')).toBe(true);
      }
    });

    it('keeps the order of the stages whatever the order of the status', () => {
      const orders = new Map<string, Set<string>>();
      for (const { chain, graph } of seen) {
        if (!chain || graph.stages.length < 2) continue;
        const order = graph.stages.map(stage => stage.name).join();
        orders.set(chain, (orders.get(chain) ?? new Set()).add(order));
      }
      expect(orders.size).toBeGreaterThan(2);
      for (const each of orders.values()) expect([...each]).toHaveLength(1);
    });
  },
);
