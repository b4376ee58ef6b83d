import { clusterAtEnd } from '../testing/recording';
import { readDeliverable } from '../objects/readDeliverable';
import { deliveriesOf } from './deliveriesOf';

const recorded = clusterAtEnd('run1').around();
const stage = (name: string) => ({
  name: 'deliverable',
  stampedRef: { apiVersion: 'carto.run/v1alpha1', kind: 'Deliverable', name },
  inputs: [],
  outputs: [],
  conditions: [],
});
const asWritten = readDeliverable({
  metadata: { namespace: 'storefront', name: 'payments' },
  spec: { source: { git: { url: 'https://git.acme.example/acme/delivery' } } },
});
const [delivering] = recorded.deliverables('storefront', 'payments');
if (!delivering) throw new Error('run1 delivers payments');

describe('deliveriesOf', () => {
  const across = (...found: ReturnType<typeof recorded.deliverables>) =>
    deliveriesOf(
      [stage('payments')],
      'storefront',
      { ...recorded, deliverables: () => found },
      true,
    );

  it('shows the copy that delivers, not the one that lies on the build cluster as it was written', () => {
    const { views, takenUp } = across(
      { cluster: 'build', deliverable: asWritten },
      { ...delivering, cluster: 'run' },
    );
    expect(views.map(each => [each.ref.cluster, each.phase])).toEqual([
      ['run', 'ready'],
    ]);
    expect(takenUp).toEqual(views);
  });

  it('shows one that nobody took up, and gives it no say', () => {
    const { views, takenUp } = across({
      cluster: 'build',
      deliverable: asWritten,
    });
    expect(views.map(each => [each.phase, each.says])).toEqual([
      ['waiting', 'Cartographer has not taken it up yet'],
    ]);
    expect(takenUp).toEqual([]);
  });

  it('shows each cluster that delivers', () => {
    const { views } = across(
      { ...delivering, cluster: 'east' },
      { ...delivering, cluster: 'west' },
    );
    expect(views.map(each => each.ref.cluster)).toEqual(['east', 'west']);
  });

  it('has nothing to show without a stamped Deliverable', () => {
    expect(deliveriesOf([], 'storefront', recorded, true).views).toEqual([]);
  });
});
