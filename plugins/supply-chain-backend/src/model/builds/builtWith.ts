import type { BuiltWithView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import type { ImageObject } from '../objects/ImageObject';
import { present } from '../objects/present';

/** What the image was built with. kpack leaves the builder's kind empty on most Builds, so the Image tells it where the name agrees. */
export function builtWith(
  build: BuildObject,
  image: ImageObject | undefined,
): BuiltWithView {
  const name = build.builderName ?? image?.builder.name;
  const kind =
    build.builderKind ??
    (image?.builder.name === name ? image?.builder.kind : undefined);
  const builder = present({ kind, name, image: build.builderImage });
  return present({
    builder: Object.keys(builder).length > 0 ? builder : undefined,
    stackId: build.stackId,
    runImage: build.stackRunImage ?? build.runImage,
    lifecycle: build.lifecycleVersion,
    buildpacks: build.buildpacks.map(each => ({ ...each })),
  });
}
