import {
  assertNever,
  type BuilderRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveCopy } from '../../watch/LiveCopy';
import { NoSuchBuilder } from '../errors/NoSuchBuilder';
import { Unavailable } from '../errors/Unavailable';
import type { Sight } from '../Sight';
import { watchedKinds } from '../watchedKinds';

const KIND = {
  ClusterBuilder: watchedKinds.clusterBuilder,
  Builder: watchedKinds.builder,
} as const;

/** What to throw when a builder is not there, or must not be told apart from one that is not: the same in both cases. */
export function absentBuilder(
  ref: BuilderRef,
  copy: LiveCopy,
  as: Sight,
): Error {
  const missing = new NoSuchBuilder(ref);
  const { cluster, kind } = ref;
  const isCluster = copy.clusters().some(({ name }) => name === cluster);
  const namespace = ref.kind === 'Builder' ? ref.namespace : undefined;
  if (!isCluster || !as.mayLookAt(cluster, namespace)) return missing;
  const { state, resource, problem } = copy.kind(cluster, KIND[kind]).health;
  switch (state) {
    case 'fresh':
    case 'stale':
      return missing;
    case 'loading':
      return new Unavailable({ because: 'loading', cluster, resource });
    case 'absent':
    case 'denied':
    case 'down':
      return problem ? new Unavailable(problem) : missing;
    default:
      return assertNever(state);
  }
}
