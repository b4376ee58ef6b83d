import { buildComparisonSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { buildRow } from '../buildRow';
import { buildView } from '../buildView';
import { Unreadable } from '../objects/Unreadable';
import { mangled } from '../testing/mangled';
import { RecordedCluster } from '../testing/RecordedCluster';
import { recording } from '../testing/recording';
import { compareBuilds } from './compareBuilds';
import { specDifferences } from './specDifferences';

const { end } = recording('run1');
const BUILDS = { plural: 'builds', group: 'kpack.io' };

/** All recorded builds of one image, and the pod of the last. */
const builds =
  end
    .find(each => each.plural === 'builds')
    ?.objects.filter(
      ({ metadata }) =>
        metadata.namespace === 'storefront' &&
        metadata.labels?.['image.kpack.io/image'] === 'returns',
    ) ?? [];

function compareAll(objects: readonly unknown[]): number {
  const cluster = new RecordedCluster(Date.parse('2026-11-22T22:00:00Z'));
  const raws = new Map<string, unknown>();
  for (const raw of objects) {
    try {
      cluster.put(BUILDS, raw);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      continue;
    }
    const { name } = (raw as { metadata: { name: string } }).metadata;
    raws.set(name, raw);
  }
  const around = cluster.around();
  const all = cluster.all('builds.kpack.io');
  const rows = all.map(each => buildRow(each, around));
  const pairs = all.flatMap(from => all.map(to => [from, to] as const));
  for (const [from, to] of pairs)
    for (const values of ['shown', 'redacted'] as const)
      buildComparisonSchema.parse(
        compareBuilds({
          image: { cluster: 'build', namespace: 'storefront', name: 'returns' },
          from: buildView(from, around, values),
          to: buildView(to, around, values),
          spec: specDifferences(
            raws.get(from.meta.name),
            raws.get(to.meta.name),
          ),
          builds: rows,
          values,
        }),
      );
  return pairs.length;
}

it('compares any two builds of an image, whatever stands anywhere in one of them', () => {
  expect(compareAll(builds)).toBeGreaterThanOrEqual(4);
  const one = fc
    .nat(builds.length - 1)
    .chain(index => fc.tuple(fc.constant(index), mangled(builds[index])));
  fc.assert(
    fc.property(one, ([at, { value }]) => {
      compareAll(builds.map((raw, index) => (index === at ? value : raw)));
    }),
    { numRuns: 100 },
  );
});
