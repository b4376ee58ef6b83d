import type {
  AddressView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Surroundings } from '../../model/Surroundings';
import type { StampedQuery } from '../../model/StampedQuery';
import { labelsAre } from '../labelsAre';
import { addressesOf, type AddressKind } from './addressesOf';
import { runningImage } from './runningImage';

/** Where an app is reached: which of these a cluster has is its platform team's choice. */
const KINDS: readonly (readonly [AddressKind, StampedQuery['resource']])[] = [
  [
    'Service',
    { group: 'serving.knative.dev', version: 'v1', plural: 'services' },
  ],
  [
    'HTTPRoute',
    { group: 'gateway.networking.k8s.io', version: 'v1', plural: 'httproutes' },
  ],
  [
    'Ingress',
    { group: 'networking.k8s.io', version: 'v1', plural: 'ingresses' },
  ],
];

export interface Reached {
  readonly addresses: readonly AddressView[];
  readonly running?: string;
  readonly problems: readonly Problem[];
}

/** What carries the label of the workload, in the namespace of its delivery. A kind that is not installed is not missed. */
export function readAddresses(
  at: {
    readonly cluster: string;
    readonly namespace: string;
    readonly workload: string;
  },
  look: NonNullable<Surroundings['stamped']>,
): Reached {
  const { cluster, namespace } = at;
  const labelSelector = labelsAre({ 'carto.run/workload-name': at.workload });
  if (labelSelector === undefined) return { addresses: [], problems: [] };
  const reads = KINDS.map(([kind, resource]) => ({
    kind,
    ...look({ cluster, namespace, resource, labelSelector }),
  }));
  const services = reads.find(each => each.kind === 'Service')?.objects ?? [];
  // Of several nobody can tell which is the app.
  const running = services.length === 1 ? runningImage(services[0]) : undefined;
  return {
    addresses: reads.flatMap(each => addressesOf(each.kind, each.objects)),
    ...(running === undefined ? {} : { running }),
    problems: reads.flatMap(({ problem }) =>
      problem && problem.because !== 'absent' && problem.because !== 'loading'
        ? [problem]
        : [],
    ),
  };
}
