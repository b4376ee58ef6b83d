import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/**
 * A Build that has succeeded as it would be told by this builder: the recorded one says what its builder had then. A rebase
 * moves layers and keeps the buildpacks of the build before.
 */
export function madeWith(
  builder: KubeObject | undefined,
  before: KubeObject | undefined,
  build: KubeObject,
): KubeObject {
  if (!builder || textAt(build, 'status', 'latestImage') === undefined)
    return build;
  const isRebase = listAt(build, 'status', 'stepsCompleted')[0] === 'rebase';
  const offered = listAt(builder, 'status', 'builderMetadata');
  const used = listAt(build, 'status', 'buildMetadata');
  const kept = listAt(before, 'status', 'buildMetadata');
  const buildpacks =
    isRebase && kept.length > 0
      ? kept
      : used.map(
          each =>
            offered.find(one => textAt(one, 'id') === textAt(each, 'id')) ??
            each,
        );
  const told = put(build, ['status', 'buildMetadata'], buildpacks);
  const lifecycle = textAt(builder, 'status', 'lifecycle', 'version');
  return lifecycle === undefined
    ? told
    : put(told, ['status', 'lifecycleVersion'], lifecycle);
}
