import type { StageFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { stageDetail } from '../model/stageDetail';
import { clusterAtEnd } from '../model/testing/recording';
import { GivenInspectors } from './GivenInspectors';
import { inspectStage } from './inspectStage';

const cluster = clusterAtEnd('run1');
const licences: StageFacts = {
  kind: 'rows',
  title: 'Licences',
  rows: [{ name: 'GPL', value: '3' }],
};
const SCAN = {
  group: 'scanning.apps.tanzu.vmware.com',
  kind: 'SourceScan',
} as const;

function factsOf(given: GivenInspectors, reported: unknown[] = []) {
  const workload = cluster.get('workloads.carto.run', 'storefront', 'checkout');
  const around = cluster.around();
  const detail =
    workload && stageDetail(workload, 'source-scanner', around, 'shown');
  if (!detail) throw new Error('run1 has no such stage');
  const inspectors = given.all(error => reported.push(error));
  return inspectStage(detail, workload, around, 'shown', inspectors).facts;
}

describe('an inspector that an integrator gave', () => {
  it('tells of its kind in place of our own, from the object itself', () => {
    const given = new GivenInspectors();
    const asked: unknown[] = [];
    given.add({
      ...SCAN,
      inspect: stage => {
        asked.push(stage);
        return licences;
      },
    });
    expect(factsOf(given)).toEqual(licences);
    expect(asked).toMatchObject([
      {
        cluster: 'build',
        namespace: 'storefront',
        workload: 'checkout',
        name: 'source-scanner',
        object: { kind: 'SourceScan', metadata: { name: 'checkout' } },
      },
    ]);
  });

  it.each([
    ['says nothing', () => undefined, 0],
    [
      'throws',
      () => {
        throw new Error('broken');
      },
      1,
    ],
    // As a plain JavaScript module might.
    ['tells what is no facts', () => ({ kind: 'nonsense' } as never), 1],
  ])('leaves it to our own when it %s', (_, inspect, errors) => {
    const given = new GivenInspectors();
    given.add({ ...SCAN, inspect });
    const reported: unknown[] = [];
    expect(factsOf(given, reported)?.kind).toBe('scan');
    expect(reported).toHaveLength(errors);
  });

  it('says nothing of other kinds', () => {
    const given = new GivenInspectors();
    given.add({ group: '', kind: 'SourceScan', inspect: () => licences });
    expect(factsOf(given)?.kind).toBe('scan');
  });

  it('is the only one of its kind', () => {
    const given = new GivenInspectors();
    given.add({ ...SCAN, inspect: () => undefined });
    expect(() => given.add({ ...SCAN, inspect: () => licences })).toThrow(
      /SourceScan of scanning.apps.tanzu.vmware.com/,
    );
  });
});
