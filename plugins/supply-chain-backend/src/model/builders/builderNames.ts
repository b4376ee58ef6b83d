import { shortImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import type { ClusterStackObject } from '../objects/ClusterStackObject';
import { digestOf } from './digestOf';
import type { BuilderNames } from './runImageName';

/** A tag that says nothing of what is behind it. */
const NO_NAME = new Set(['latest']);

/** How to call what a builder has now. kpack pushes a copy of the run image for each builder: only its digest leads back to the stack. */
export function builderNames(
  builder: BuilderObject,
  stack: ClusterStackObject | undefined,
): BuilderNames {
  const { resolvedFrom, latestImage } = stack?.runImage ?? {};
  const digest = digestOf(builder.runImage);
  if (resolvedFrom === undefined || digest === undefined) return {};
  if (digestOf(latestImage) !== digest) return {};
  const tag = /:[^/@]+$/.test(resolvedFrom) ? shortImage(resolvedFrom) : '';
  return tag && !NO_NAME.has(tag) ? { runTag: tag } : {};
}
