import { textAt } from '../json/textAt.ts';
import { readRecording } from '../recording/readRecording.ts';
import { recordingDirectory } from '../recording/recordingDirectory.ts';
import { defaultResources } from '../catalog/defaultResources.ts';
import { ClusterState } from '../state/ClusterState.ts';
import { ResourceCatalog } from '../state/ResourceCatalog.ts';
import { systemClock } from '../state/systemClock.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { buildChanges } from './buildChanges.ts';
import type { BuildChange } from './buildChanges.ts';
import { builderOf } from './builderOf.ts';
import { buildsOf } from './buildsOf.ts';
import { KIND } from './kinds.ts';

/** Every Build that was created while a recording ran, with the cluster as kpack saw it then. */
function recordedBuilds() {
  const found: {
    name: string;
    build: KubeObject;
    last: KubeObject | undefined;
    builder: KubeObject | undefined;
  }[] = [];
  for (const name of ['run1', 'run2']) {
    const state = new ClusterState({
      ...{
        clock: systemClock,
        resources: new ResourceCatalog(defaultResources),
      },
    });
    for (const { type, resource, object } of readRecording(
      recordingDirectory(name),
    ).changes()) {
      const { namespace, name: own, labels } = object.metadata;
      if (type === 'ADDED' && resource.plural === 'builds') {
        const image = state.get(
          KIND.image,
          namespace,
          labels?.['image.kpack.io/image'] ?? '',
        );
        if (image)
          found.push({
            ...{ name: `${name} ${namespace ?? ''}/${own}`, build: object },
            last: buildsOf(state, image).at(-1),
            builder: builderOf(state, image),
          });
      }
      if (type === 'DELETED') state.remove(resource, namespace, own);
      else state.apply(resource, object);
    }
  }
  return found;
}

const builds = recordedBuilds();

describe('buildChanges', () => {
  it('has every reason to hold against', () => {
    const reasons = new Set(
      builds.map(({ build }) =>
        textAt(build, 'metadata', 'annotations', 'image.kpack.io/reason'),
      ),
    );
    expect(reasons).toEqual(
      new Set([
        'CONFIG',
        'COMMIT',
        'TRIGGER',
        'STACK',
        'BUILDPACK',
        'LIFECYCLE',
      ]),
    );
  });

  it.each(builds)(
    'finds for $name the reasons that kpack found',
    ({ build, last, builder }) => {
      const recorded = (
        JSON.parse(
          textAt(
            build,
            ...['metadata', 'annotations', 'image.kpack.io/buildChanges'],
          ) ?? '[]',
        ) as BuildChange[]
      ).filter(change => change.reason !== 'TRIGGER');
      const spec = build.spec as Record<string, unknown>;
      expect(
        JSON.parse(JSON.stringify(buildChanges(spec, last, builder))),
      ).toEqual(recorded);
    },
  );
});
