import { buildAnnotations } from './buildAnnotations';
import type { BuildObject, RebuildQuestion } from './BuildObject';
import { Fields } from './Fields';
import { present } from './present';
import { readBuildChanges } from './readBuildChanges';
import { readBuildSource } from './readBuildSource';
import { readBuildpacks } from './readBuildpacks';
import { readConditions } from './readConditions';
import { readContainerState } from './readContainerState';
import { readObjectMeta } from './readObjectMeta';

/** Longest name of who asked for a rebuild; entity refs have up to 191 characters. */
const ASKER_MAX = 200;

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
    image: meta.labels[buildAnnotations.image] || undefined,
    number: readNumber(meta.labels[buildAnnotations.number]),
    reasons: readReasons(annotations.text(buildAnnotations.reason)),
    changes: readBuildChanges(annotations.raw(buildAnnotations.changes)),
    builderKind:
      annotations.text(buildAnnotations.builderKind) ??
      builder.object('ref').text('kind'),
    builderName:
      annotations.text(buildAnnotations.builderName) ??
      builder.object('ref').text('name'),
    rebuildAsked: readRebuildQuestion(annotations),

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
    buildpacks: readBuildpacks(status, 'buildMetadata'),
    stackId: stack.text('id'),
    stackRunImage: stack.text('runImage'),
    lifecycleVersion: status.text('lifecycleVersion'),
    latestImage: status.text('latestImage'),
    cosignAnnotations: spec
      .object('cosign')
      .list('annotations')
      .flatMap(each => {
        const [name, value] = [each.text('name'), each.text('value')];
        return name && value ? { name, value } : [];
      }),
    attestationImage: status.text('latestAttestationImage'),
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

/** Who asked is told only of the question that stands: another tool leaves our annotations as they are. */
function readRebuildQuestion(annotations: Fields): RebuildQuestion | undefined {
  const asked = annotations.raw(buildAnnotations.rebuild);
  if (asked === undefined) return undefined;
  const isOurs = asked === annotations.raw(buildAnnotations.askedAt);
  return isOurs
    ? present({
        by: annotations.text(buildAnnotations.askedBy, ASKER_MAX),
        at: annotations.instant(buildAnnotations.askedAt),
      })
    : {};
}
