import { entityImage, type EntityImage } from './entityImage';

describe('entityImage', () => {
  it.each<[string, Record<string, string>, EntityImage | undefined]>([
    ['no annotation', {}, undefined],
    ['its name', { 'image.kpack.io/image': 'orders' }, { name: 'orders' }],
    [
      'a selector on the label of its builds',
      {
        'backstage.io/kubernetes-label-selector':
          'app=x, image.kpack.io/image = orders',
      },
      { name: 'orders' },
    ],
    [
      'where it is',
      {
        'image.kpack.io/image': 'orders',
        'backstage.io/kubernetes-namespace': 'dev',
        'backstage.io/kubernetes-cluster': 'build',
      },
      { name: 'orders', namespace: 'dev', cluster: 'build' },
    ],
    [
      'beside a workload: the workload is what is shown',
      {
        'image.kpack.io/image': 'orders',
        'carto.run/workload-name': 'orders',
      },
      undefined,
    ],
    [
      'the kubernetes id, which may be a workload',
      { 'backstage.io/kubernetes-id': 'orders' },
      undefined,
    ],
    ['an empty annotation', { 'image.kpack.io/image': ' ' }, undefined],
  ])('%s', (_, annotations, expected) =>
    expect(
      entityImage({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop', annotations },
      }),
    ).toEqual(expected),
  );

  it('an entity without any annotations', () =>
    expect(
      entityImage({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop' },
      }),
    ).toBeUndefined());
});
