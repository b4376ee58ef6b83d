import type { RunRef } from '../logs/runs/RunRef';
import { keptInParts } from './keptInParts';
import type { KeptBuild } from './KeptBuild';
import { archivedBuild, archivedLog } from './testing/archivedBuild';

const PIPELINE_RUN = 'pipelineruns.tekton.dev';
const SCAN = 'imagescans.scanning.apps.tanzu.vmware.com';
const ref = { cluster: 'build', namespace: 'shop', name: 'whole' };

/** A TaskRun with a step `run`, one of several. */
function part(
  name: string,
  startedAt: string,
  { task, settled = true }: { task?: string; settled?: boolean } = {},
): KeptBuild {
  const build = archivedBuild({
    ...{ uid: `uid of ${name}`, name, settled },
    whole: { resource: SCAN, name: 'whole', uid: 'whole', task },
    endedAt: Date.parse(startedAt),
  });
  const steps = [{ name: 'run', state: 'succeeded' as const }];
  return {
    build: { ...build, view: { ...build.view, startedAt, steps } },
    logs: [archivedLog({ container: 'run' })],
  };
}

const FIRST = '2030-01-01T00:00:00Z';
const SECOND = '2030-01-01T00:01:00Z';

function kept(
  resource: string,
  parts: readonly [KeptBuild, ...KeptBuild[]],
  goesOn = false,
) {
  const run: RunRef = { ...ref, resource };
  return keptInParts(run, parts, goesOn);
}

describe('a run that is kept in parts', () => {
  it.each([
    [
      'a PipelineRun: by their tasks, in the order in which they began',
      PIPELINE_RUN,
      [part('r-b', SECOND, { task: 'b' }), part('r-a', FIRST, { task: 'a' })],
      ['a--run', 'b--run'],
    ],
    [
      'a PipelineRun with one: by it all the same',
      PIPELINE_RUN,
      [part('r-a', FIRST, { task: 'a' })],
      ['a--run'],
    ],
    [
      'a scan with one: as they are',
      SCAN,
      [part('r', FIRST, { task: 'a' })],
      ['run'],
    ],
    [
      'a scan with several that belong to no pipeline: by their own names',
      SCAN,
      [part('r-2', FIRST), part('r-1', FIRST)],
      ['r-1--run', 'r-2--run'],
    ],
  ] as const)('calls steps of %s', (_, resource, parts, names) => {
    const { build, logs, places } = kept(resource, [...parts]);
    expect(build.view.steps.map(({ name }) => name)).toEqual(names);
    expect(logs.map(({ container }) => container)).toEqual(names);
    expect([...(places?.keys() ?? [])]).toEqual(names);
  });

  it('knows in which part each log is, and what it is called there', () => {
    const { places } = kept(PIPELINE_RUN, [
      part('r-a', FIRST, { task: 'a' }),
      part('r-b', SECOND, { task: 'b' }),
    ]);
    expect(places?.get('b--run')).toEqual({
      ...{ uid: 'uid of r-b', container: 'run' },
    });
  });

  it('has ended when each part has, and no other can come', () => {
    const ended = part('a', FIRST);
    const open = part('b', SECOND, { settled: false });
    expect(kept(SCAN, [ended]).build.settled).toBe(true);
    expect(kept(SCAN, [ended, open]).build.settled).toBe(false);
    expect(kept(SCAN, [ended], true).build.settled).toBe(false);
  });
});
