import type { BuildPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { failureOwner } from './failureOwner';

const stage = (kind: string, templateKind: string) => ({
  name: 'stage',
  stampedRef: { apiVersion: 'x/v1', kind, name: 'it' },
  templateRef: { kind: templateKind, name: 't' },
  inputs: [],
  outputs: [],
  conditions: [],
});
const failed = (step?: string): BuildPhase => ({
  kind: 'failed',
  says: 'it failed',
  ...(step ? { step } : {}),
});

describe('failureOwner', () => {
  it.each([
    ['GitRepository', 'ClusterSourceTemplate', 'developer'],
    ['Runnable', 'ClusterSourceTemplate', 'developer'],
    ['SourceScan', 'ClusterSourceTemplate', 'developer'],
    ['TaskRun', 'ClusterImageTemplate', 'developer'],
    ['ImageScan', 'ClusterImageTemplate', 'developer'],
    ['AcmeTest', 'ClusterSourceTemplate', 'developer'],
    ['PodIntent', 'ClusterConfigTemplate', 'platform'],
    ['ConfigMap', 'ClusterConfigTemplate', 'platform'],
    ['Runnable', 'ClusterTemplate', 'platform'],
    ['TaskRun', 'ClusterTemplate', 'platform'],
    ['App', 'ClusterDeploymentTemplate', 'platform'],
  ])('a %s of a %s: the %s', (kind, template, owner) => {
    expect(failureOwner(stage(kind, template))).toBe(owner);
  });

  it.each([
    [failed('detect'), 'developer'],
    [failed('build'), 'developer'],
    [failed(), 'developer'],
    [failed('export'), 'platform'],
    [failed('analyze'), 'platform'],
    [{ kind: 'rejected', says: 'no' } as const, 'platform'],
    [
      { kind: 'stuck', reason: 'FailedMount', says: 'a secret' } as const,
      'platform',
    ],
  ])('a build that is %j: the %s', (build, owner) => {
    expect(failureOwner(stage('Image', 'ClusterImageTemplate'), build)).toBe(
      owner,
    );
  });
});
