import type {
  PolicyView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../clusters/resourceName';
import { policyView } from '../model/policies/policyView';
import { readImagePolicy } from '../model/policies/readImagePolicy';
import type { StampedRead } from '../model/StampedRead';
import type { Sight } from '../service/Sight';
import type { StampedObjects } from '../service/stamped/StampedObjects';

const POLICIES = {
  group: 'policy.sigstore.dev',
  version: 'v1beta1',
  plural: 'clusterimagepolicies',
};

/** ClusterImagePolicies of one cluster, read when somebody looks: as the person where the cluster wants their own token. */
export class ClusterPolicies {
  readonly #objects: Pick<StampedObjects, 'read'>;

  constructor(objects: Pick<StampedObjects, 'read'>) {
    this.#objects = objects;
  }

  /** Never fails for what the cluster says; rejects only when the signal aborts. */
  async about(
    image: string,
    cluster: string,
    { signal, personal }: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<{ policies: readonly PolicyView[]; problem?: Problem }> {
    const source = personal?.source(cluster);
    // Their own token is missing: the page says so of the cluster already.
    if (personal?.has(cluster) && !source) return { policies: [] };
    const query = { cluster, resource: POLICIES };
    const read = await this.#objects.read(query, signal, source);
    return {
      policies: read.objects.flatMap(raw => about(raw, cluster, image)),
      ...problemOf(read, cluster),
    };
  }
}

function about(
  raw: unknown,
  cluster: string,
  image: string,
): PolicyView | readonly [] {
  try {
    return policyView(readImagePolicy(raw), cluster, image) ?? [];
  } catch {
    // Without a name there is nothing to tell of it.
    return [];
  }
}

/** Policies that are not told of would be rules that nobody knows. */
function problemOf(
  { problem, cut }: StampedRead,
  cluster: string,
): { problem?: Problem } {
  if (problem) return { problem };
  if (!cut) return {};
  return {
    problem: {
      because: 'unreadable',
      cluster,
      resource: resourceName(POLICIES),
      name: '*',
      says: 'there are more policies than are read: not all of them are shown',
    },
  };
}
