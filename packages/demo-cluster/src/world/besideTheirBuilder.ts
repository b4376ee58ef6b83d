import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import { KIND } from '../controllers/kinds.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Placed } from './splitClusters.ts';

const BUILDER_NAME = 'image.kpack.io/builderName';

/**
 * Images of another recording were built with what their builder had there. In this cluster they name the builder that has
 * just that: beside one that has moved on, kpack would have rebuilt them long ago.
 */
export function besideTheirBuilder(
  state: ClusterState,
  placed: readonly Placed[],
): readonly Placed[] {
  const build = placed.find(({ resource }) => resource.plural === 'builds');
  const made = build && partsOf(build.object, ['status', 'lifecycleVersion']);
  const builder = state
    .list(KIND.clusterBuilder)
    .items.find(
      each => made === partsOf(each, ['status', 'lifecycle', 'version']),
    );
  if (!made || !builder) return placed;
  const { name } = builder.metadata;
  return placed.map(each => {
    switch (each.resource.plural) {
      case 'images':
        return {
          ...each,
          object: put(each.object, ['spec', 'builder', 'name'], name),
        };
      case 'builds':
        return {
          ...each,
          object: put(
            each.object,
            ['metadata', 'annotations', BUILDER_NAME],
            name,
          ),
        };
      default:
        return each;
    }
  });
}

/** Run image and lifecycle in one line; undefined where one of them is not known. */
function partsOf(
  object: KubeObject,
  lifecycle: readonly string[],
): string | undefined {
  const run = textAt(object, 'status', 'stack', 'runImage')?.split('@')[1];
  const version = textAt(object, ...lifecycle);
  return run && version ? `${run} ${version}` : undefined;
}
