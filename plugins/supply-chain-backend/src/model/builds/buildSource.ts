import {
  shortRevision,
  type SourceView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildSource } from '../objects/BuildSource';
import { present } from '../objects/present';
import { withoutCredentials } from '../words/withoutCredentials';
import { commitIn } from './commitIn';

/** Seven digits of a digest are enough to tell two apart at a glance. */
const DIGEST = /(@\w+:[0-9a-f]{7})[0-9a-f]+$/;

/** Where a build took its source from. Behind Flux that is an archive, and its name or `BP_OCI_SOURCE` tells the commit. */
export function buildSource(
  { git, blob, registry, subPath }: BuildSource,
  ociSource: string | undefined,
  /** Of the workload: the repository whose archive this is. */
  repository?: string,
): SourceView {
  if (git) {
    const { revision } = git;
    return present({
      type: 'git' as const,
      url: git.url && withoutCredentials(git.url),
      repository: git.url && withoutCredentials(git.url),
      revision,
      short: revision && (shortRevision(revision) ?? revision),
      subPath,
    });
  }
  if (blob) {
    const url = blob.url && withoutCredentials(blob.url);
    const revision = commitIn(ociSource) ?? commitIn(url);
    return present({
      type: 'blob' as const,
      url,
      repository: repository && withoutCredentials(repository),
      revision,
      short: shortRevision(revision ?? '') ?? lastPart(url),
      subPath,
    });
  }
  if (registry) {
    const { image } = registry;
    return present({
      type: 'registry' as const,
      url: image,
      revision: image?.split('@')[1],
      short: lastPart(image)?.replace(DIGEST, '$1'),
      subPath,
    });
  }
  return present({ type: 'unknown' as const, subPath });
}

function lastPart(url: string | undefined): string | undefined {
  return url?.split(/[?#]/)[0]?.split('/').filter(Boolean).pop();
}
