import type { BehindView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import { present } from '../objects/present';
import { digestOf } from './digestOf';
import type { MadeFacts } from './ImageFacts';
import { runImageName, type BuilderNames } from './runImageName';
import { shortDigest } from './shortDigest';

/**
 * What a build lacks of what its builder has now, by kpack's own rules (pkg/reconciler/image/build_required.go): another run
 * image, another lifecycle, a buildpack that it used and that is not in the builder any more at that version.
 * Undefined when nothing at all can be compared.
 */
export function builtBehind(
  made: MadeFacts,
  builder: BuilderObject,
  names: BuilderNames,
): readonly BehindView[] | undefined {
  const runImage = digestOf(builder.runImage);
  const { lifecycleVersion } = builder;
  const stack =
    made.runImage !== undefined && runImage !== undefined
      ? made.runImage !== runImage
      : undefined;
  const lifecycle =
    made.lifecycle !== undefined && lifecycleVersion !== undefined
      ? made.lifecycle !== lifecycleVersion
      : undefined;
  const hasBuildpacks =
    made.buildpacks.length > 0 && builder.buildpacks.length > 0;
  if (stack === undefined && lifecycle === undefined && !hasBuildpacks) {
    return undefined;
  }
  return [
    ...(stack
      ? [
          present({
            what: 'stack' as const,
            name: builder.stack,
            from: shortDigest(made.runImage),
            to: runImageName(builder, names),
          }),
        ]
      : []),
    ...(hasBuildpacks ? buildpacksBehind(made, builder) : []),
    ...(lifecycle
      ? [
          present({
            what: 'lifecycle' as const,
            name: builder.lifecycle,
            from: made.lifecycle,
            to: lifecycleVersion,
          }),
        ]
      : []),
  ];
}

function buildpacksBehind(
  made: MadeFacts,
  builder: BuilderObject,
): readonly BehindView[] {
  return made.buildpacks
    .filter(
      used =>
        !builder.buildpacks.some(
          ({ id, version }) => id === used.id && version === used.version,
        ),
    )
    .map(({ id, version }) => {
      const now = builder.buildpacks.filter(each => each.id === id);
      return present({
        what: 'buildpack' as const,
        name: id,
        from: version,
        // Of several versions nobody can say which one will be used.
        to: now.length === 1 ? now[0]?.version : undefined,
      });
    });
}
