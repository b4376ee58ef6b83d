import { entityWorkload, type EntityWorkload } from './entityWorkload';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', ...(annotations && { annotations }) },
});

describe('entityWorkload', () => {
  it.each<[string, Record<string, string>, EntityWorkload | undefined]>([
    ['no annotation', {}, undefined],
    ['annotations of others', { 'github.com/project-slug': 'a/b' }, undefined],
    [
      'its name',
      { 'carto.run/workload-name': 'payments' },
      { name: 'payments' },
    ],
    [
      'its name before the id',
      {
        'carto.run/workload-name': 'payments',
        'backstage.io/kubernetes-id': 'other',
      },
      { name: 'payments' },
    ],
    [
      'a selector on the label of what it stamps',
      {
        'backstage.io/kubernetes-label-selector':
          'app=x, carto.run/workload-name = payments',
      },
      { name: 'payments' },
    ],
    [
      'a selector on another label: whatever it selects',
      { 'backstage.io/kubernetes-label-selector': 'app=x' },
      { name: 'shop', entityRef: 'component:default/shop' },
    ],
    [
      'the id',
      { 'backstage.io/kubernetes-id': 'payments' },
      { name: 'payments' },
    ],
    [
      'where it is',
      {
        'backstage.io/kubernetes-id': 'payments',
        'backstage.io/kubernetes-namespace': 'storefront',
        'backstage.io/kubernetes-cluster': 'build',
      },
      { name: 'payments', namespace: 'storefront', cluster: 'build' },
    ],
    [
      'only where it is: the name of the entity',
      { 'backstage.io/kubernetes-namespace': 'storefront' },
      { name: 'shop', namespace: 'storefront' },
    ],
    ['an empty annotation', { 'carto.run/workload-name': ' ' }, undefined],
  ])('%s', (_, annotations, expected) =>
    expect(entityWorkload(entity(annotations))).toEqual(expected),
  );

  it('an entity without any annotations', () =>
    expect(entityWorkload(entity())).toBeUndefined());
});
