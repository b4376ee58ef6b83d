import type { EdgeView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';

const BY_OUTPUT: readonly (readonly [string, NonNullable<EdgeView['type']>])[] =
  [
    ['image', 'image'],
    ['config', 'config'],
    ['url', 'source'],
    ['revision', 'source'],
  ];

const BY_TEMPLATE: ReadonlyMap<string, NonNullable<EdgeView['type']>> = new Map(
  [
    ['ClusterSourceTemplate', 'source'],
    ['ClusterImageTemplate', 'image'],
    ['ClusterConfigTemplate', 'config'],
    ['ClusterDeploymentTemplate', 'deployment'],
  ],
);

/** What flows out of a stage, told by what it gives, else by the kind of its template. The status does not keep the type of an input. */
export function edgeType(
  upstream: RealizedResource | undefined,
): EdgeView['type'] {
  const outputs = new Set(upstream?.outputs.map(output => output.name));
  return (
    BY_OUTPUT.find(([name]) => outputs.has(name))?.[1] ??
    BY_TEMPLATE.get(upstream?.templateRef?.kind ?? '')
  );
}
