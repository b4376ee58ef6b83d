import type {
  ImageProviderView,
  StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildRow } from './buildRow';
import { buildView } from './buildView';
import { builderOf } from './next/builderOf';
import { nextBuild } from './next/nextBuild';
import { present } from './objects/present';
import type { ImageBehind } from './stages/imageBehind';
import type { Surroundings } from './Surroundings';
import type { ValuesShown } from './ValuesShown';
import { plainMessage } from './words/plainMessage';

/** Builds shown beside the newest; the whole history has its own route. */
const RECENT = 5;

/** What makes the image of a stage; undefined for stages that make none. */
export function imageProviderView(
  stage: StageView,
  behind: ImageBehind | undefined,
  around: Surroundings,
  values: ValuesShown,
): ImageProviderView | undefined {
  if (!stage.engine) return undefined;
  const served = stage.outputs.find(output => output.name === 'image')?.value;
  if (!behind)
    return present({
      engine: stage.engine,
      recent: [],
      serving: served,
      says: wordsFor(stage, around),
    });
  const { image, builds, newest, servingTag } = behind;
  const ready = image.conditions.find(each => each.type === 'Ready');
  return present({
    engine: stage.engine,
    image: {
      cluster: around.cluster,
      namespace: image.meta.namespace,
      name: image.meta.name,
    },
    build: newest && buildView(newest, around, values),
    recent: builds.slice(0, RECENT).map(build => buildRow(build, around)),
    next: nextBuild({ image, builds, builder: builderOf(image, around) }),
    serving: image.latestImage ?? served,
    servingTag,
    says:
      ready && ready.status !== 'True' && ready.reason !== 'BuildRunning'
        ? plainMessage(ready.message) || undefined
        : undefined,
  });
}

/** What can honestly be said where there is no list of builds. */
function wordsFor(stage: StageView, around: Surroundings): string {
  switch (stage.engine) {
    case 'kpack':
      return around.problem('images.kpack.io')
        ? 'The kpack Image of this stage cannot be read.'
        : `The kpack Image ${
            stage.stampedRef?.name ?? ''
          } is not there, or is malformed.`;
    case 'dockerfile':
      return 'Built from a Dockerfile by the run that this stage stamped.';
    default:
      return 'Not built here: this image comes ready-made and is followed in its registry.';
  }
}
