import {
  stageDetailViewSchema,
  type StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageDetail } from '../model/stageDetail';
import { replay, type Moment } from '../model/testing/replay';
import { inspectStage } from './inspectStage';
import { stageInspectors } from './stageInspectors';

/** The stages that a change can concern: all of the workload itself, else the one that the object is of. */
function* concerned(moment: Moment): Iterable<StageDetailView> {
  const { cluster, kind, namespace, labels } = moment;
  const isWorkload = kind === 'workloads.carto.run';
  const name = isWorkload ? moment.name : labels['carto.run/workload-name'];
  const workload = cluster.get('workloads.carto.run', namespace, `${name}`);
  if (!workload) return;
  const around = cluster.around();
  for (const { name: stage } of workload.status.resources) {
    if (!isWorkload && stage !== labels['carto.run/resource-name']) continue;
    const detail = stageDetail(workload, stage, around, 'shown');
    // A deliverable is no stage.
    if (detail)
      yield inspectStage(detail, workload, around, 'shown', stageInspectors);
  }
}

describe.each(['run1', 'run2'] as const)(
  'inspectStage after every recorded change in %s',
  recording => {
    const seen: StageDetailView[] = [];
    let last = new Map<string, StageDetailView>();

    beforeAll(() => {
      last = new Map();
      for (const moment of replay(recording, 'any')) {
        for (const detail of concerned(moment)) {
          const parsed = stageDetailViewSchema.safeParse(detail);
          expect(parsed.error?.issues ?? []).toEqual([]);
          seen.push(detail);
          const { namespace, name } = detail.workload;
          last.set(`${namespace}/${name}/${detail.stage.name}`, detail);
        }
      }
    }, 120_000);

    const ofKind = (kind: string) =>
      [...last.values()].filter(({ stage }) => stage.stampedRef?.kind === kind);

    it('tells something at every moment', () => {
      expect(seen.length).toBeGreaterThan(2000);
    });

    it('names who can fix whatever is wrong, at every moment', () => {
      for (const { stage } of seen) {
        const { phase } = stage;
        if (phase.kind !== 'failed' && phase.kind !== 'misconfigured') continue;
        expect([stage.name, phase.says, phase.owner]).toEqual([
          stage.name,
          expect.stringMatching(/./),
          expect.stringMatching(/^(developer|platform)$/),
        ]);
      }
    });

    it('finds the stamped object wherever there is one', () => {
      for (const { stage, object, gone } of last.values()) {
        if (!stage.stampedRef) continue;
        expect([stage.name, gone, object?.ref.name]).toEqual([
          stage.name,
          undefined,
          stage.stampedRef.name,
        ]);
      }
    });

    it('lists runs newest first, and passes on what the newest success gave', () => {
      let several = 0;
      for (const { runs } of seen) {
        if (!runs) continue;
        const created = runs.list.map(each => each.createdAt ?? '');
        expect(created).toEqual([...created].sort().reverse());
        expect(runs.current).toBe(
          runs.list.find(each => each.phase === 'succeeded')?.name,
        );
        if (runs.list.length > 1 && runs.current !== runs.list[0]?.name) {
          several += 1;
        }
      }
      // A newer run goes on, or has failed, while an older one is passed on.
      expect(several).toBeGreaterThan(0);
    });

    it('is what its newest run is, unless something keeps it from running at all', () => {
      const told = seen.flatMap(({ stage: { phase }, runs }) => {
        const [newest] = runs?.list ?? [];
        const stops = /^(?:waiting|misconfigured|skipped)$/.test(phase.kind);
        return newest && !stops ? [{ phase, newest, runs }] : [];
      });
      const of = (...phases: readonly string[]) =>
        told.filter(({ newest }) => phases.includes(newest.phase));
      const kinds = (...phases: readonly string[]) => [
        ...new Set(of(...phases).map(({ phase }) => phase.kind)),
      ];
      expect(kinds('pending', 'running')).toEqual(['running']);
      expect(kinds('failed', 'cancelled')).toEqual(['failed']);
      expect(kinds('succeeded')).toContain('ready');
      for (const { phase, runs } of of('failed'))
        if (phase.kind === 'failed' && phase.stillServing && runs?.current)
          expect(phase.stillServing).toMatch(` from run ${runs.current}`);
    });

    it('gives the steps of every run that had a pod, with times in order', () => {
      const runs = [...last.values()].flatMap(
        ({ runs: all }) => all?.list ?? [],
      );
      const steps = runs.flatMap(({ tasks }) =>
        tasks.flatMap(task => task.steps),
      );
      expect(steps.length).toBeGreaterThan(20);
      for (const { startedAt, finishedAt, state, exitCode } of steps) {
        if (startedAt && finishedAt)
          expect(Date.parse(startedAt)).toBeLessThanOrEqual(
            Date.parse(finishedAt),
          );
        if (state === 'failed') expect(exitCode).toBeGreaterThan(0);
      }
    });

    it('proves every configuration by its digest and shows it whole', () => {
      const configs = [...ofKind('ConfigMap'), ...ofKind('PodIntent')].filter(
        ({ stage }) => stage.outputs.length > 0,
      );
      expect(configs.length).toBeGreaterThan(20);
      for (const { stage, facts, workload } of configs) {
        const where = `${workload.name} ${stage.name}`;
        expect([where, stage.outputs.map(each => each.cut)]).toEqual([
          where,
          stage.outputs.map(() => false),
        ]);
        if (facts?.kind === 'config' && facts.handedOn !== 'proved')
          throw new Error(`${where}: ${facts.handedOn}`);
      }
      expect(
        configs.some(({ stage }) =>
          stage.outputs.some(each => each.value.length > 1024),
        ),
      ).toBe(true);
    });

    it.each([
      ['GitRepository', 'source'],
      ['ImageRepository', 'source'],
      ['SourceScan', 'scan'],
      ['ImageScan', 'scan'],
      ['ImageVulnerabilityScan', 'scan'],
      ['PodIntent', 'conventions'],
      ['ConfigMap', 'config'],
    ])('tells of each %s as a %s', (kind, facts) => {
      const details = ofKind(kind);
      expect(details.length).toBeGreaterThan(0);
      for (const detail of details) expect(detail.facts?.kind).toBe(facts);
    });

    it('tells where every writer of configuration wrote', () => {
      const writers = [...last.values()].filter(
        ({ stage }) => stage.name === 'config-writer' && stage.stampedRef,
      );
      expect(writers.length).toBeGreaterThan(5);
      for (const { facts } of writers) {
        expect(facts).toMatchObject({
          kind: 'writer',
          repository: expect.stringMatching(/^https:\/\/git\./),
          branch: 'main',
        });
      }
    });
  },
);
