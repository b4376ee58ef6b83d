import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { workloadOfRun } from './workloadOfRun';

function meta(name: string, ...owners: ObjectMeta[]): ObjectMeta {
  return {
    ...{ name, namespace: 'shop', uid: `uid of ${name}`, labels: {} },
    ...{ deleting: false },
    owners: owners.map(owner => ({
      kind: owner.name.split(' ')[0] ?? '',
      ...{ name: owner.name, uid: owner.uid ?? '', controller: true },
    })),
  };
}

const workload = meta('Workload app');
const runnable = meta('Runnable test', workload);
const pipelineRun = meta('PipelineRun one', runnable);

type There = readonly ObjectMeta[];

function ownersOf(
  there: There,
  state: 'fresh' | 'loading' | 'absent' = 'fresh',
) {
  const copy = {
    health: { resource: 'x', state, objects: 0, unreadable: 0 } as const,
    get(_: string | undefined, name: string) {
      const found = there.find(each => each.name === name);
      return found && { meta: found };
    },
  };
  return {
    ...{ Workload: copy, Runnable: copy, PipelineRun: copy },
    ImageScan: copy,
  };
}

const imageScan = meta('ImageScan app', workload);
const all: There = [workload, runnable, pipelineRun, imageScan];

describe('whose a run is', () => {
  it.each<[string, ObjectMeta, There, unknown]>([
    ['of the Workload itself', meta('r', workload), all, workload],
    ['of its Runnable', meta('r', runnable), all, workload],
    ['of a PipelineRun of it', meta('r', pipelineRun), all, workload],
    ['of its ImageScan', meta('r', imageScan), all, workload],
    ['of nobody', meta('r'), all, undefined],
    ['of a kind that tells nothing', meta('r', meta('Job x')), all, undefined],
    ['of a Workload that is gone', meta('r', workload), [], undefined],
    [
      'of another Workload that had its name',
      meta('r', { ...workload, uid: 'another' }),
      ...([all, undefined] as const),
    ],
    [
      'of a Runnable of nobody',
      meta('r', runnable),
      ...([[workload, meta('Runnable test')], undefined] as const),
    ],
  ])('%s', (_, run, there, expected) => {
    const owned = workloadOfRun(run, ownersOf(there));
    expect(typeof owned === 'object' ? owned.workload : owned).toBe(expected);
  });

  it('tells what stands between, from the run up', () => {
    expect(workloadOfRun(meta('r', pipelineRun), ownersOf(all))).toMatchObject({
      between: [
        { kind: 'PipelineRun', meta: pipelineRun },
        { kind: 'Runnable', meta: runnable },
      ],
    });
  });

  it('is not known while what owns it is not', () => {
    const loading = ownersOf([], 'loading');
    expect(workloadOfRun(meta('r', runnable), loading)).toBe('unknown');
    const absent = ownersOf([], 'absent');
    expect(workloadOfRun(meta('r', imageScan), absent)).toBeUndefined();
  });

  it('ends for owners that own each other', () => {
    const one = meta('Runnable one');
    const two = meta('Runnable two', one);
    const there = [{ ...one, owners: meta('x', two).owners }, two];
    expect(workloadOfRun(meta('r', two), ownersOf(there))).toBeUndefined();
  });
});
