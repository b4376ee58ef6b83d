import type { BuilderRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import type { OrderGroup } from '../objects/OrderGroup';
import { present } from '../objects/present';
import { builderRefOf } from './builderRefOf';
import { builderVerdicts, type BuilderParts } from './builderVerdicts';
import type { RolledImage } from './RolledImage';
import { rolloutView, type Standing } from './rolloutView';

/** A builder in the list: what it is made of, whether it is well, and how far its images are. */
export function builderRow(options: {
  readonly cluster: string;
  readonly stale: boolean;
  readonly builder: BuilderObject;
  readonly parts: BuilderParts;
  readonly images: readonly RolledImage[];
}): BuilderRow {
  const { cluster, stale, builder, parts, images } = options;
  const verdicts = builderVerdicts(builder, parts);
  const order = builder.order.length > 0 ? builder.order : builder.asked;
  return present({
    ref: builderRefOf(cluster, builder),
    ...verdicts,
    stale,
    tag: builder.tag,
    image: builder.latestImage,
    stack: present({
      name: builder.stack,
      id: builder.stackId,
      runImage: builder.runImage,
    }),
    store: builder.store,
    lifecycle: present({
      name: builder.lifecycle,
      version: builder.lifecycleVersion,
    }),
    order: order.map(groupLine),
    rollout: rolloutView(images, standingOf(verdicts)),
  });
}

function standingOf({
  ready,
  upToDate,
}: Pick<BuilderRow, 'ready' | 'upToDate'>): Standing {
  if (ready.status === 'no') return 'not-ready';
  return upToDate.status === 'no' ? 'behind' : 'well';
}

function groupLine(group: OrderGroup): string {
  return group
    .map(({ id, object, version }) =>
      [id ?? object, version].filter(Boolean).join(' '),
    )
    .join(', ');
}
