import { readImage } from './objects/readImage';
import { readWorkload } from './objects/readWorkload';
import { clusterAtEnd } from './testing/recording';
import { workloadOfImage } from './workloadOfImage';

const workload = (uid: string, stamps: string[] = []) =>
  readWorkload({
    metadata: { name: 'app', namespace: 'ns', uid },
    status: {
      resources: stamps.map(name => ({
        name: `stage-${name}`,
        stampedRef: {
          apiVersion: 'kpack.io/v1alpha2',
          kind: 'Image',
          namespace: 'ns',
          name,
        },
      })),
    },
  });
const image = (labels: object, ownerReferences: object[] = []) =>
  readImage({
    metadata: { name: 'img', namespace: 'ns', labels, ownerReferences },
  });
const LABEL = { 'carto.run/workload-name': 'app' };
const owner = (uid: string) => ({
  kind: 'Workload',
  name: 'app',
  uid,
  controller: true,
});

describe('workloadOfImage', () => {
  it.each([
    ['its owner', image({}, [owner('1')]), workload('1'), 'app'],
    [
      'not an owner that was deleted and made anew',
      image({}, [owner('0')]),
      workload('1'),
      undefined,
    ],
    [
      'the one on its label that stamped it',
      image(LABEL),
      workload('1', ['img']),
      'app',
    ],
    [
      'not the one on its label that stamped another',
      image(LABEL),
      workload('1', ['other']),
      undefined,
    ],
    [
      'the one on its label that stamped none yet',
      image(LABEL),
      workload('1'),
      'app',
    ],
    ['nobody without a label', image({}), workload('1'), undefined],
    [
      'nobody when there is no such workload',
      image(LABEL),
      undefined,
      undefined,
    ],
  ])('is %s', (_, of, there, expected) => {
    expect(workloadOfImage(of, { workload: () => there })?.meta.name).toBe(
      expected,
    );
  });

  it('gives the Images of run1 that only carry labels to nobody', () => {
    const cluster = clusterAtEnd('run1');
    const around = cluster.around();
    const owned = cluster
      .all('images.kpack.io')
      .map(each => [
        each.meta.namespace,
        workloadOfImage(each, around)?.meta.name,
      ]);
    expect(
      owned
        .filter(([namespace]) => namespace === 'dev' || namespace === 'shop')
        .every(([, name]) => name === undefined),
    ).toBe(true);
    expect(owned.filter(([, name]) => name !== undefined)).toHaveLength(9);
  });
});
