import type { StageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';
import type { StagesByName } from './waitsFor';

/** Kinds that run a Dockerfile build: directly, in a pipeline, or through Cartographer's Runnable. */
const RUNS: ReadonlySet<string> = new Set([
  'TaskRun',
  'PipelineRun',
  'Runnable',
]);

/**
 * How the stage makes the image; undefined for all other stages. The one that makes it is an image stage that gets no image
 * itself: scanners get one.
 */
export function stageEngine(
  stage: RealizedResource,
  stages: StagesByName,
): StageView['engine'] {
  const ref = stage.stampedRef;
  if (ref?.kind === 'Image' && ref.apiVersion.startsWith('kpack.io/'))
    return 'kpack';
  if (!ref || !givesImage(stage) || getsImage(stage, stages)) return undefined;
  if (RUNS.has(ref.kind)) return 'dockerfile';
  return ref.kind === 'ImageRepository' ? 'prebuilt' : undefined;
}

function givesImage(stage: RealizedResource): boolean {
  return (
    stage.templateRef?.kind === 'ClusterImageTemplate' ||
    stage.outputs.some(output => output.name === 'image')
  );
}

function getsImage(
  stage: RealizedResource,
  stages: StagesByName,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return stage.inputs.some(name => {
    const input = stages.get(name);
    if (!input || seen.has(name)) return false;
    return (
      givesImage(input) || getsImage(input, stages, new Set([...seen, name]))
    );
  });
}
