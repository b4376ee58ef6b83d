import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { wholeOfRun } from './wholeOfRun';

const meta = (name: string, labels = {}): ObjectMeta => ({
  ...{ name, namespace: 'shop', uid: `uid of ${name}`, labels },
  ...{ owners: [], deleting: false },
});
const at = (kind: string, name: string) => ({ kind, meta: meta(name) });
const run = meta('r', { 'tekton.dev/pipelineTask': 'unit' });

describe('what a TaskRun is a part of', () => {
  it.each([
    ['nothing, of a workload itself', [], undefined],
    ['nothing, of a Runnable', [at('Runnable', 'a')], undefined],
    [
      'its PipelineRun',
      [at('PipelineRun', 'p'), at('Runnable', 'a')],
      'pipelineruns.tekton.dev p',
    ],
    [
      'the scan that made it',
      [at('SourceScan', 's')],
      'sourcescans.scanning.apps.tanzu.vmware.com s',
    ],
    [
      'the scan that made its PipelineRun',
      [at('PipelineRun', 'p'), at('ImageVulnerabilityScan', 's')],
      'imagevulnerabilityscans.app-scanning.apps.tanzu.vmware.com s',
    ],
  ])('is %s', (_, between, expected) => {
    const whole = wholeOfRun(run, { workload: meta('w'), between });
    expect(whole && `${whole.resource} ${whole.name}`).toBe(expected);
    expect(whole?.task).toBe(expected && 'unit');
  });
});
