import type { BuildObject } from './BuildObject';
import { Fields } from './Fields';
import { present } from './present';
import { readBuildChanges } from './readBuildChanges';
import { readBuildSource } from './readBuildSource';
import { readConditions } from './readConditions';
import { readContainerState } from './readContainerState';
import { readObjectMeta } from './readObjectMeta';

/** Annotations and labels of kpack (pkg/apis/build/v1alpha2/image_builds.go). */
const IMAGE = 'image.kpack.io/image';
const NUMBER = 'image.kpack.io/buildNumber';
const REASON = 'image.kpack.io/reason';
const CHANGES = 'image.kpack.io/buildChanges';
const BUILDER_NAME = 'image.kpack.io/builderName';
const BUILDER_KIND = 'image.kpack.io/builderKind';
const REBUILD = 'image.kpack.io/additionalBuildNeeded';

/** `kpack.io/v1alpha2` Build. Throws `Unreadable`. */
export function readBuild(raw: unknown): BuildObject {
  const build = new Fields(raw);
  const meta = readObjectMeta(raw, 'namespaced');
  const annotations = build.object('metadata').object('annotations');
  const spec = build.object('spec');
  const status = build.object('status');
  const builder = spec.object('builder');
  const stack = status.object('stack');
  return present({
    meta,
    image: meta.labels[IMAGE] || undefined,
    number: readNumber(meta.labels[NUMBER]),
    reasons: readReasons(annotations.text(REASON)),
    changes: readBuildChanges(annotations.raw(CHANGES)),
    builderKind:
      annotations.text(BUILDER_KIND) ?? builder.object('ref').text('kind'),
    builderName:
      annotations.text(BUILDER_NAME) ?? builder.object('ref').text('name'),
    rebuildAsked: annotations.raw(REBUILD) !== undefined,

    tags: spec.texts('tags'),
    builderImage: builder.text('image'),
    runImage: spec.object('runImage').text('image'),
    source: readBuildSource(spec.object('source')),
    ociSource: spec
      .list('env')
      .find(variable => variable.raw('name') === 'BP_OCI_SOURCE')
      ?.text('value'),
    lastBuildStackId: spec.object('lastBuild').text('stackId'),

    conditions: readConditions(status),
    podName: status.text('podName'),
    stepStates: status.list('stepStates').map(readContainerState),
    stepsCompleted: status.texts('stepsCompleted'),
    buildpacks: status.list('buildMetadata').flatMap(buildpack => {
      const id = buildpack.text('id');
      if (!id) return [];
      return present({
        id,
        version: buildpack.text('version'),
        homepage: buildpack.text('homepage'),
      });
    }),
    stackId: stack.text('id'),
    stackRunImage: stack.text('runImage'),
    lifecycleVersion: status.text('lifecycleVersion'),
    latestImage: status.text('latestImage'),
  });
}

/** Kept as a number: as text, build 10 would come before build 9. */
function readNumber(label: string | undefined): number | undefined {
  return label && /^\d{1,15}$/.test(label) ? Number(label) : undefined;
}

function readReasons(text: string | undefined): readonly string[] {
  const reasons = (text ?? '').split(',').map(reason => reason.trim());
  return [...new Set(reasons.filter(Boolean))];
}
