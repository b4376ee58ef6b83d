import type { LifecycleView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  ApiVersions,
  ClusterLifecycleObject,
} from '../objects/ClusterLifecycleObject';
import { present } from '../objects/present';
import { readyVerdict } from './readyVerdict';

/** A ClusterLifecycle for people. `usedBy`: builders with it that the reader may see. */
export function lifecycleView(
  cluster: string,
  lifecycle: ClusterLifecycleObject,
  usedBy: readonly string[],
): LifecycleView {
  return present({
    cluster,
    name: lifecycle.meta.name,
    ready: readyVerdict(lifecycle),
    version: lifecycle.version,
    asked: lifecycle.image.asked,
    image: lifecycle.image.latestImage,
    buildpackApis: apisOf(lifecycle.buildpackApis),
    platformApis: apisOf(lifecycle.platformApis),
    usedBy: [...usedBy],
  });
}

function apisOf({ supported, deprecated }: ApiVersions) {
  return { supported: [...supported], deprecated: [...deprecated] };
}
