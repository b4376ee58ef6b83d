import type {
  ClusterView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A cluster in a state, with the problem behind it if it has one. */
export function clusterFixture(
  name: string,
  state: ClusterView['state'] = 'fresh',
  problem?: Problem,
): ClusterView {
  return {
    name,
    access: 'shared',
    state,
    ...(problem?.because === 'unreachable' && { since: problem.since }),
    kinds: [
      {
        resource: 'workloads.carto.run',
        state,
        objects: 0,
        unreadable: 0,
        ...(problem && { problem }),
      },
    ],
  };
}
