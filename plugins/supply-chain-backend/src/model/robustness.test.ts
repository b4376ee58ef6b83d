import {
  buildViewSchema,
  stageDetailViewSchema,
  workloadRowSchema,
  workloadViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { buildView } from './buildView';
import { readBuild } from './objects/readBuild';
import { readBuilder } from './objects/readBuilder';
import { readClusterLifecycle } from './objects/readClusterLifecycle';
import { readClusterStack } from './objects/readClusterStack';
import { readClusterStore } from './objects/readClusterStore';
import { readDeliverable } from './objects/readDeliverable';
import { readEvent } from './objects/readEvent';
import { readImage } from './objects/readImage';
import { readPod } from './objects/readPod';
import { readSupplyChain } from './objects/readSupplyChain';
import { readWorkload } from './objects/readWorkload';
import { Unreadable } from './objects/Unreadable';
import { stageDetail } from './stageDetail';
import { mangled } from './testing/mangled';
import { RecordedCluster } from './testing/RecordedCluster';
import { recording } from './testing/recording';
import { workloadRow } from './workloadRow';
import { workloadView } from './workloadView';

const { end } = recording('run1');
const rawOf = (plural: string, namespace: string, name: string) => {
  const kind = end.find(
    each => each.plural === plural && (plural === 'pods' || each.group !== ''),
  );
  const raw = kind?.objects.find(
    each =>
      each.metadata.name === name &&
      (each.metadata.namespace ?? '') === namespace,
  );
  if (!raw) throw new Error(`run1 has no ${plural} ${namespace}/${name}`);
  return raw;
};

/** The objects around one workload; the one under test comes mangled. */
const SCENE = [
  ['workloads', 'carto.run', 'storefront', 'returns'],
  ['clustersupplychains', 'carto.run', '', 'source-to-url'],
  ['images', 'kpack.io', 'storefront', 'returns'],
  ['builds', 'kpack.io', 'storefront', 'returns-build-1'],
  ['builds', 'kpack.io', 'storefront', 'returns-build-2'],
  ['pods', '', 'storefront', 'returns-build-2-build-pod'],
  ['deliverables', 'carto.run', 'storefront', 'returns'],
] as const;

function derive(
  scene: readonly { of: { plural: string; group: string }; raw: unknown }[],
) {
  const cluster = new RecordedCluster(Date.parse('2026-11-22T22:00:00Z'));
  for (const { of, raw } of scene) {
    try {
      cluster.put(of, raw);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  const around = cluster.around();
  for (const workload of cluster.all('workloads.carto.run')) {
    const view = workloadView(workload, around);
    workloadViewSchema.parse(view);
    workloadRowSchema.parse(workloadRow(workload, around));
    for (const stage of view.graph.stages)
      stageDetailViewSchema.parse(
        stageDetail(workload, stage.name, around, 'shown'),
      );
    for (const stage of view.graph.stages)
      if ('says' in stage.phase)
        expect((stage.phase.says ?? '').length).toBeLessThan(1000);
    expect((view.says ?? '').length).toBeLessThan(1000);
  }
  for (const build of cluster.all('builds.kpack.io'))
    buildViewSchema.parse(buildView(build, around, 'shown'));
}

describe('bad input of every kind', () => {
  it.each(SCENE)(
    '%s.%s %s/%s with anything anywhere gives views, or is unreadable, and never another error',
    (plural, group, namespace, name) => {
      const raw = rawOf(plural, namespace, name);
      const others = SCENE.filter(
        each => each[3] !== name || each[0] !== plural,
      ).map(([p, g, ns, n]) => ({
        of: { plural: p, group: g },
        raw: rawOf(p, ns, n),
      }));
      fc.assert(
        fc.property(mangled(raw), ({ value }) => {
          derive([...others, { of: { plural, group }, raw: value }]);
        }),
        { numRuns: 80 },
      );
    },
  );

  it.each([
    ['readWorkload', readWorkload],
    ['readDeliverable', readDeliverable],
    ['readSupplyChain', readSupplyChain],
    ['readImage', readImage],
    ['readBuild', readBuild],
    ['readPod', readPod],
    ['readEvent', readEvent],
    ['readBuilder', (raw: unknown) => readBuilder(raw, 'namespaced')],
    ['readClusterStack', readClusterStack],
    ['readClusterStore', readClusterStore],
    ['readClusterLifecycle', readClusterLifecycle],
  ] as const)('%s takes any JSON, or says what is missing', (_, read) => {
    fc.assert(
      fc.property(fc.anything(), raw => {
        try {
          read(raw);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
          expect(String(error)).toMatch(/metadata\.name|involvedObject/);
        }
      }),
    );
  });

  it('needs nothing but a name and a namespace', () => {
    const bare = { metadata: { name: 'a', namespace: 'b' } };
    expect(readWorkload(bare).status.resources).toEqual([]);
    expect(readBuild(bare).tags).toEqual([]);
    expect(() => readImage({ metadata: { name: 'a' } })).toThrow(
      'metadata.namespace is missing',
    );
    expect(() => readPod({ metadata: { name: 1, namespace: 'b' } })).toThrow(
      'metadata.name is missing',
    );
    derive([
      { of: { plural: 'workloads', group: 'carto.run' }, raw: bare },
      { of: { plural: 'builds', group: 'kpack.io' }, raw: bare },
    ]);
  });

  it('reads a payload of differences that nests deeper than any stack', () => {
    const deep = `[{"reason":"CONFIG","old":{"source":{"a":1}},"new":{"source":${'{"a":'.repeat(
      20_000,
    )}1${'}'.repeat(20_000)}}}]`;
    const build = readBuild({
      metadata: {
        name: 'a',
        namespace: 'b',
        annotations: { 'image.kpack.io/buildChanges': deep },
      },
    });
    expect(build.changes?.[0]?.said).toBe('CONFIG');
  });
});
