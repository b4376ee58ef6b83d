import {
  stageDetailViewSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageDetail } from '../../model/stageDetail';
import type { RecordedCluster } from '../../model/testing/RecordedCluster';
import { clusterAtEnd } from '../../model/testing/recording';
import { replay } from '../../model/testing/replay';
import { inspectStage } from '../inspectStage';
import { stageInspectors } from '../stageInspectors';
import { withDockerfileBuilds } from './withDockerfileBuilds';

const STAGE = 'image-provider';

/** The builds of a workload's Dockerfile stage as a cluster stood; undefined for all other stages. */
function buildsOf(
  cluster: RecordedCluster,
  namespace: string,
  name: string,
): readonly BuildView[] | undefined {
  const workload = cluster.get('workloads.carto.run', namespace, name);
  if (!workload) return undefined;
  const around = cluster.around();
  const detail = stageDetail(workload, STAGE, around, 'shown');
  if (detail?.imageProvider?.engine !== 'dockerfile') return undefined;
  const told = withDockerfileBuilds(
    inspectStage(detail, workload, around, 'shown', stageInspectors),
    ...([workload, around, 'shown'] as const),
  );
  const { error } = stageDetailViewSchema.safeParse(told);
  expect(error?.issues ?? []).toEqual([]);
  return told.imageProvider?.builds;
}

describe('the image builds of Dockerfile stages where run1 ended', () => {
  const cluster = clusterAtEnd('run1');
  const atEnd = (workload: string) => {
    const [namespace = '', name = ''] = workload.split('/');
    return buildsOf(cluster, namespace, name) ?? [];
  };

  it.each<[string, string[]]>([
    [
      'storefront/gateway',
      [
        'succeeded: New source revision',
        'succeeded: The oldest run that is kept: there is none to compare it with',
      ],
    ],
    [
      'storefront/gateway-run',
      [
        'succeeded: The oldest run that is kept: there is none to compare it with',
      ],
    ],
    [
      'storefront/widgets',
      [
        'failed: New source revision',
        'succeeded: New source revision',
        'succeeded: The oldest run that is kept: there is none to compare it with',
      ],
    ],
    [
      'storefront/legacy',
      ['failed: The oldest run that is kept: there is none to compare it with'],
    ],
    [
      'storefront/legacy-run',
      ['failed: The oldest run that is kept: there is none to compare it with'],
    ],
  ])('of %s', (workload, expected) => {
    expect(
      atEnd(workload).map(
        ({ phase, sentence }) =>
          `${phase.kind}: ${sentence.replace(/ [0-9a-f]{7}$/, '')}`,
      ),
    ).toEqual(expected);
  });

  it('have digest and URL out of the results, whatever stamped the run', () => {
    for (const workload of ['storefront/gateway', 'storefront/gateway-run']) {
      const [newest] = atEnd(workload);
      expect(newest?.produced.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(newest?.produced.image).toBe(
        `registry.acme.localhost/apps/${workload.replace('/', '-')}@${
          newest?.produced.digest
        }`,
      );
    }
  });

  it('show both revisions of a new source', () => {
    const [newest] = atEnd('storefront/gateway');
    const [revision] = newest?.why[0]?.details ?? [];
    expect(revision).toMatchObject({
      path: 'source.revision',
      kind: 'changed',
      old: expect.stringMatching(/^[0-9a-f]{40}$/),
      new: newest?.source.revision,
    });
  });

  it('name the step that failed, and what is still served', () => {
    const [newest] = atEnd('storefront/widgets');
    expect(newest?.phase).toMatchObject({
      kind: 'failed',
      step: expect.stringMatching(/./),
      exitCode: expect.any(Number),
    });
    expect(newest?.lastGood?.tag).toMatch(/^sha256:[0-9a-f]{7}$/);
  });
});

describe('a build of a Dockerfile stage, after every recorded change in run2', () => {
  it('goes forward only: waiting, steps, an end', () => {
    const order = ['unknown', 'queued', 'running', 'succeeded', 'failed'];
    const far = new Map<string, number>();
    for (const { cluster, namespace, labels } of replay('run2', 'any')) {
      if (labels['carto.run/resource-name'] !== STAGE) continue;
      const name = `${labels['carto.run/workload-name']}`;
      for (const { ref, phase } of buildsOf(cluster, namespace, name) ?? []) {
        const now = order.indexOf(phase.kind);
        expect([ref.name, now >= (far.get(ref.name) ?? 0)]).toEqual([
          ref.name,
          true,
        ]);
        far.set(ref.name, now);
      }
    }
    // Every one of them came to an end.
    expect(far.size).toBeGreaterThan(3);
    expect(Math.min(...far.values())).toBeGreaterThanOrEqual(3);
  }, 120_000);
});
