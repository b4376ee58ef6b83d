import {
  builderViewSchema,
  imageRowSchema,
  imageViewSchema,
  lifecycleViewSchema,
  stackViewSchema,
  storeViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { imageRow } from '../images/imageRow';
import { imageView } from '../images/imageView';
import { Unreadable } from '../objects/Unreadable';
import { mangled } from '../testing/mangled';
import { RecordedCluster } from '../testing/RecordedCluster';
import { recordedBuilders } from '../testing/recordedBuilders';
import { recording } from '../testing/recording';
import { lifecycleView } from './lifecycleView';
import { stackView } from './stackView';
import { storeView } from './storeView';

const { end } = recording('run1');

/** A builder, what it is made of, and an image of it with its builds; the one under test comes mangled. */
const SCENE = [
  ['clusterbuilders', '', 'default'],
  ['clusterstacks', '', 'base'],
  ['clusterstores', '', 'default'],
  ['clusterlifecycles', '', 'default-lifecycle'],
  ['images', 'storefront', 'returns'],
  ['builds', 'storefront', 'returns-build-1'],
  ['builds', 'storefront', 'returns-build-2'],
] as const;

function rawOf(plural: string, namespace: string, name: string): unknown {
  const kind = end.find(
    each => each.plural === plural && each.group === 'kpack.io',
  );
  const raw = kind?.objects.find(
    ({ metadata }) =>
      metadata.name === name && (metadata.namespace ?? '') === namespace,
  );
  if (!raw) throw new Error(`run1 has no ${plural} ${namespace}/${name}`);
  return raw;
}

function derive(objects: readonly { plural: string; raw: unknown }[]): void {
  const cluster = new RecordedCluster(Date.parse('2026-11-22T22:00:00Z'));
  for (const { plural, raw } of objects) {
    try {
      cluster.put({ plural, group: 'kpack.io' }, raw);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  for (const view of recordedBuilders(cluster).values()) {
    builderViewSchema.parse(view);
    expect(view.rollout.total).toBe(view.images.length);
  }
  for (const each of cluster.all('clusterstacks.kpack.io'))
    stackViewSchema.parse(stackView('build', each, []));
  for (const each of cluster.all('clusterstores.kpack.io'))
    storeViewSchema.parse(storeView('build', each, []));
  for (const each of cluster.all('clusterlifecycles.kpack.io'))
    lifecycleViewSchema.parse(lifecycleView('build', each, []));
  const around = cluster.around();
  for (const each of cluster.all('images.kpack.io')) {
    imageRowSchema.parse(imageRow(each, around));
    imageViewSchema.parse(imageView(each, around, 'redacted'));
  }
}

it.each(SCENE)(
  '%s %s/%s with anything anywhere gives views, or is unreadable, and never another error',
  (plural, namespace, name) => {
    const raw = rawOf(plural, namespace, name);
    const others = SCENE.filter(
      each => each[0] !== plural || each[2] !== name,
    ).map(([of, ns, n]) => ({ plural: of, raw: rawOf(of, ns, n) }));
    fc.assert(
      fc.property(mangled(raw), ({ value }) => {
        derive([...others, { plural, raw: value }]);
      }),
      { numRuns: 80 },
    );
  },
);
