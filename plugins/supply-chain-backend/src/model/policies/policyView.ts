import type { PolicyView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import { globMatches } from './globMatches';
import type { ImagePolicyObject } from './ImagePolicyObject';

/** What a policy asks of an image (`repo@sha256:…`); undefined when it is not about it. */
export function policyView(
  policy: ImagePolicyObject,
  cluster: string,
  image: string,
): PolicyView | undefined {
  const globs = policy.globs.filter(glob => globMatches(glob, image));
  if (globs.length === 0) return undefined;
  return present({
    cluster,
    name: policy.name,
    mode: policy.mode,
    globs,
    authorities: [...policy.authorities],
    only: [...policy.only],
    hasPolicy: policy.hasPolicy,
    notReady: policy.notReady,
  });
}
