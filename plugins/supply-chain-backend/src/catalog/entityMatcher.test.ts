import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { entityMatcher } from './entityMatcher';

const workload: WorkloadIdentity = {
  kind: 'Workload',
  cluster: 'build',
  namespace: 'shop',
  name: 'payments',
  labels: { team: 'pay' },
};

const matches = (
  annotations: Record<string, string>,
  identity: WorkloadIdentity = workload,
) =>
  entityMatcher({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'x', annotations },
  })?.matches(identity);

describe('an entity is about', () => {
  it.each([
    ['the workload it names', { 'carto.run/workload-name': 'payments' }, true],
    ['no other', { 'carto.run/workload-name': 'orders' }, false],
    [
      'those with a label',
      { 'backstage.io/kubernetes-label-selector': 'team=pay' },
      true,
    ],
    [
      'the one whose stamped objects it selects',
      {
        'backstage.io/kubernetes-label-selector':
          'carto.run/workload-name=payments',
      },
      true,
    ],
    [
      'the one with its Kubernetes id for a name',
      { 'backstage.io/kubernetes-id': 'payments' },
      true,
    ],
    [
      'those of its namespace only',
      {
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-namespace': 'other',
      },
      false,
    ],
    [
      'those of its cluster only',
      {
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-cluster': 'run',
      },
      false,
    ],
    [
      'the named, whatever the selector says',
      {
        'carto.run/workload-name': 'orders',
        'backstage.io/kubernetes-label-selector': 'team=pay',
      },
      false,
    ],
  ])('%s', (_, annotations, expected) => {
    expect(matches(annotations)).toBe(expected);
  });

  it('nothing, without such annotations or with a selector that is none', () => {
    expect(matches({})).toBeUndefined();
    expect(
      matches({ 'backstage.io/kubernetes-label-selector': 'a=b=c' }),
    ).toBeUndefined();
  });

  it('the workload with the id as a label, before the one with it as a name', () => {
    const labelled = {
      ...workload,
      labels: { 'backstage.io/kubernetes-id': 'other' },
    };
    expect(
      matches({ 'backstage.io/kubernetes-id': 'payments' }, labelled),
    ).toBe(false);
  });

  const image: WorkloadIdentity = { ...workload, kind: 'Image' };

  it.each([
    ['its name', { 'image.kpack.io/image': 'payments' }, true],
    ['another name', { 'image.kpack.io/image': 'orders' }, false],
    [
      'what selects its builds',
      {
        'backstage.io/kubernetes-label-selector':
          'image.kpack.io/image=payments',
      },
      true,
    ],
    [
      'a label of its own',
      { 'backstage.io/kubernetes-label-selector': 'team=pay' },
      true,
    ],
    [
      'its name, elsewhere',
      {
        'image.kpack.io/image': 'payments',
        'backstage.io/kubernetes-namespace': 'other',
      },
      false,
    ],
    [
      'its name beside a workload, which is told first',
      {
        'image.kpack.io/image': 'payments',
        'carto.run/workload-name': 'other',
      },
      false,
    ],
  ])('a lone Image by %s', (_, annotations, expected) => {
    expect(matches(annotations, image)).toBe(expected);
  });

  it('no workload by the name of an Image', () => {
    expect(matches({ 'image.kpack.io/image': 'payments' })).toBe(false);
  });

  it('no lone Image by the name of a workload: it is gone', () => {
    expect(matches({ 'carto.run/workload-name': 'payments' }, image)).toBe(
      false,
    );
    expect(matches({ 'backstage.io/kubernetes-id': 'payments' }, image)).toBe(
      false,
    );
  });
});
