import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The pod that a build's logs are in; undefined when it is gone. Where pods cannot be listed, its logs may still be had. */
export function podToRead({ pod, problems }: BuildView): string | undefined {
  const unseen = problems.some(
    problem => 'resource' in problem && problem.resource === 'pods',
  );
  return pod && (pod.present || unseen) ? pod.name : undefined;
}
