import type { Entity } from '@backstage/catalog-model';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import fc from 'fast-check';
import { entityMatcher } from './entityMatcher';
import { ownersIndex } from './ownersIndex';

const word = fc.constantFrom('a', 'b', 'c');
const selector = fc
  .array(
    fc.oneof(
      fc.tuple(word, word).map(([key, value]) => `${key}=${value}`),
      fc.tuple(word, word).map(([key, value]) => `${key}!=${value}`),
      fc.tuple(word, word, word).map(([k, v, w]) => `${k} in (${v},${w})`),
      fc.tuple(word, word).map(([k, v]) => `${k} notin (${v})`),
      word.map(key => `!${key}`),
      word,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(terms => terms.join(','));

const annotations = fc.record(
  {
    'carto.run/workload-name': word,
    'image.kpack.io/image': word,
    'backstage.io/kubernetes-label-selector': fc.oneof(
      selector,
      fc.constant('carto.run/workload-name=a'),
      fc.constant('image.kpack.io/image=a'),
    ),
    'backstage.io/kubernetes-id': word,
    'backstage.io/kubernetes-namespace': word,
    'backstage.io/kubernetes-cluster': word,
  },
  { requiredKeys: [] },
);

const entity = fc
  .tuple(annotations, fc.array(word, { maxLength: 2 }))
  .map(([of, owners]): Entity => {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'x', annotations: of },
      relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
    };
  });

const workload = fc.record<WorkloadIdentity>({
  kind: fc.constantFrom('Workload', 'Image'),
  cluster: word,
  namespace: word,
  name: word,
  labels: fc.dictionary(word, word, { maxKeys: 3 }),
});

describe('the index of owners', () => {
  it('finds those whom looking at each entity would find', () => {
    fc.assert(
      fc.property(
        fc.array(entity, { maxLength: 8 }),
        workload,
        (entities, each) => {
          const expected = entities
            .filter(it => entityMatcher(it)?.matches(each))
            .flatMap(it => it.relations ?? [])
            .map(({ targetRef }) => targetRef);
          expect([...ownersIndex(entities)(each)].sort()).toEqual(
            [...new Set(expected)].sort(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
