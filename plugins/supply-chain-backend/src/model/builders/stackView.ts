import type { StackView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ClusterStackObject } from '../objects/ClusterStackObject';
import { present } from '../objects/present';
import type { ResolvedImage } from '../objects/ResolvedImage';
import { readyVerdict } from './readyVerdict';

/** A ClusterStack for people. `usedBy`: builders on it that the reader may see. */
export function stackView(
  cluster: string,
  stack: ClusterStackObject,
  usedBy: readonly string[],
): StackView {
  return present({
    cluster,
    name: stack.meta.name,
    ready: readyVerdict(stack),
    id: stack.id,
    runImage: imageOf(stack.runImage),
    buildImage: imageOf(stack.buildImage),
    mixins: [...stack.mixins],
    mixinCount: stack.mixinCount,
    usedBy: [...usedBy],
  });
}

function imageOf({ asked, latestImage }: ResolvedImage) {
  return present({ asked, image: latestImage });
}
