import type { BuilderObject } from './BuilderObject';
import { Fields } from './Fields';
import { present } from './present';
import { readBuildpacks } from './readBuildpacks';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';
import { readOrder } from './readOrder';

/** `kpack.io/v1alpha2` Builder, or ClusterBuilder, whose status is the same. Throws `Unreadable`. */
export function readBuilder(
  raw: unknown,
  scope: 'namespaced' | 'cluster',
): BuilderObject {
  const builder = new Fields(raw);
  const spec = builder.object('spec');
  const status = builder.object('status');
  const stack = status.object('stack');
  return present({
    meta: readObjectMeta(raw, scope),
    tag: spec.text('tag'),
    stack: spec.object('stack').text('name'),
    store: spec.object('store').text('name'),
    lifecycle: spec.object('lifecycle').text('name'),
    asked: readOrder(spec),
    order: readOrder(status),
    buildpacks: readBuildpacks(status, 'builderMetadata'),
    stackId: stack.text('id'),
    runImage: stack.text('runImage'),
    lifecycleVersion: status.object('lifecycle').text('version'),
    latestImage: status.text('latestImage'),
    observedGeneration: status.integer('observedGeneration'),
    observedStackGeneration: status.integer('observedStackGeneration'),
    observedStoreGeneration: status.integer('observedStoreGeneration'),
    conditions: readConditions(status),
  });
}
