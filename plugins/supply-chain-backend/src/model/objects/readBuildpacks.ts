import type { BuildpackRef } from './BuildObject';
import type { Fields } from './Fields';
import { present } from './present';

/** Buildpacks as Builds and Builders list what is in them; one without an id is none. */
export function readBuildpacks(
  status: Fields,
  list: 'buildMetadata' | 'builderMetadata',
): readonly BuildpackRef[] {
  return status.list(list).flatMap(buildpack => {
    const id = buildpack.text('id');
    if (!id) return [];
    return present({
      id,
      version: buildpack.text('version'),
      homepage: buildpack.text('homepage'),
    });
  });
}
