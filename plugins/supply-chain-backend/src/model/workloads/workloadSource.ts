import {
  shortRevision,
  type SourceView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { outputValue } from '../stages/outputValue';
import { oneLine } from '../words/oneLine';
import { withoutCredentials } from '../words/withoutCredentials';

/** Where the workload's source is, with the revision that its first stage found last. */
export function workloadSource({
  source,
  image,
  status,
}: WorkloadObject): SourceView | undefined {
  const { git, subPath } = source;
  if (git) {
    const output = status.resources
      .filter(each => each.inputs.length === 0)
      .flatMap(each => each.outputs)
      .find(each => each.name === 'revision');
    const revision = output ? oneLine(outputValue(output.preview)) : git.commit;
    return present({
      type: 'git' as const,
      url: git.url && withoutCredentials(git.url),
      revision,
      short: revision
        ? shortRevision(revision) ?? revision
        : git.branch ?? git.tag,
      subPath,
    });
  }
  const registry = image ?? source.image;
  return registry
    ? present({
        type: 'registry' as const,
        url: registry,
        revision: registry.split('@')[1],
        short: registry.split('/').pop()?.split('@')[0],
        subPath,
      })
    : undefined;
}
