import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import { present } from '../objects/present';
import { personName } from '../words/personName';
import { newestFirst } from './newestFirst';

/** A question that stands: kpack looks for it on the newest build alone, and leaves it there when it has answered. */
export function rebuildAsked(
  build: BuildObject,
  all: readonly BuildObject[],
): BuildView['rebuildAsked'] {
  const { rebuildAsked: asked } = build;
  const [newest] = newestFirst(all);
  if (!asked || newest?.meta.name !== build.meta.name) return undefined;
  return present({ by: asked.by && personName(asked.by), at: asked.at });
}
