import type { ReasonView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildChange } from '../objects/BuildChange';
import type { BuildObject } from '../objects/BuildObject';
import { change } from './change';
import { reason } from './reason';

type BuildpackChange = Extract<BuildChange, { said: 'BUILDPACK' }>;

/** kpack says only which buildpacks left the builder; what came in their place is known once the new build has taken part in it. */
export function explainBuildpacks(
  { left }: BuildpackChange,
  build: BuildObject,
): ReasonView {
  const came = (id: string) =>
    build.buildpacks.find(buildpack => buildpack.id === id)?.version;
  const details = left.map(({ id, version }) => {
    const now = came(id);
    return change(
      `buildpack ${id}`,
      version ?? '',
      now === version ? undefined : now,
    );
  });
  const [only, ...others] = left;
  if (!only) return reason('buildpack', 'BUILDPACK', 'buildpack-unnamed');
  if (others.length > 0)
    return reason(
      'buildpack',
      'BUILDPACK',
      'buildpack-many',
      { count: String(left.length) },
      details,
    );
  const old = only.version ?? '';
  const now = came(only.id);
  return now && now !== old
    ? reason(
        'buildpack',
        'BUILDPACK',
        'buildpack',
        { buildpack: only.id, old, new: now },
        details,
      )
    : reason(
        'buildpack',
        'BUILDPACK',
        'buildpack-left',
        { buildpack: only.id, old },
        details,
      );
}
