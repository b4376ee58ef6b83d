import type {
  BuilderView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { conditionView } from '../stages/conditionView';
import { builderRow } from './builderRow';
import { orderViews } from './orderViews';

/** The page of one builder: its row, what is in it, and every image that uses it. */
export function builderView(
  options: Parameters<typeof builderRow>[0] & {
    readonly problems: readonly Problem[];
  },
): BuilderView {
  const { builder, parts, images, problems } = options;
  return present({
    ...builderRow(options),
    asked: orderViews(builder.asked, parts.store),
    resolved: orderViews(builder.order, parts.store),
    buildpacks: builder.buildpacks.map(each => ({ ...each })),
    conditions: builder.conditions.map(conditionView),
    createdAt: builder.meta.createdAt,
    // Always in the same order: while an update rolls, cells change and do not move.
    images: images.map(({ view }) => view).sort(byName),
    problems: [...problems],
  });
}

function byName(
  { ref: a }: BuilderView['images'][number],
  { ref: b }: BuilderView['images'][number],
): number {
  if (a.namespace !== b.namespace) return a.namespace < b.namespace ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
