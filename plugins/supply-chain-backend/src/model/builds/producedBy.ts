import type { ProducedView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import { present } from '../objects/present';

/** kpack's tag for people, its prefix included: `b6.20261122.212832` (image_builds.go, generateTags). */
const BUILD_TAG = /:((?:[\w.-]+-)?b\d+\.\d{8}\.\d{6})$/;

/** Tags asked for, and the image once there is one. */
export function producedBy(build: BuildObject): ProducedView {
  const image = build.latestImage;
  return present({
    tags: [...build.tags],
    tag: build.tags.flatMap(tag => BUILD_TAG.exec(tag)?.[1] ?? [])[0],
    image,
    digest: /@(\w+:[0-9a-f]+)$/.exec(image ?? '')?.[1],
  });
}
