import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { mayBeWorkloads } from './mayBeWorkloads';

const meta = (
  owner: string,
  labels: Record<string, string> = {},
): ObjectMeta => ({
  ...{ name: 'r', namespace: 'shop', labels, deleting: false },
  owners: owner ? [{ kind: owner, name: 'o', controller: true }] : [],
});

it.each([
  ['Cartographer stamped it', meta('Workload'), true],
  [
    'a Runnable stamped it, whose template hands no label on',
    meta('Runnable'),
    true,
  ],
  ['a scan made it', meta('SourceScan'), true],
  [
    'a PipelineRun made it that a Runnable stamped',
    meta('PipelineRun', { 'carto.run/runnable-name': 'x' }),
    true,
  ],
  [
    'a PipelineRun made it that a scan made',
    meta('PipelineRun', { imagevulnerabilityscan: 'x' }),
    true,
  ],
  ["a PipelineRun made it of somebody else's", meta('PipelineRun'), false],
  ['an EventListener made it', meta('EventListener', { app: 'x' }), false],
  ['a person made it', meta(''), false],
])('a run may belong to a workload: %s', (_, run, expected) =>
  expect(mayBeWorkloads(run)).toBe(expected),
);
