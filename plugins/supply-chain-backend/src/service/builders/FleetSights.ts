import type {
  ClusterView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import type { LiveCopy } from '../../watch/LiveCopy';
import { ClusterHealths } from '../ClusterHealths';
import { NoClusters } from '../errors/NoClusters';
import { seenCopy } from '../seenCopy';
import type { Sight } from '../Sight';
import { watchedKinds } from '../watchedKinds';
import { FIRST_LIST_WAIT_MS, whenKnown } from '../whenKnown';
import type { FleetImage } from './FleetImage';
import type { ImageFleet } from './ImageFleet';
import { ownFleet } from './ownFleet';
import { RESOURCES } from './RESOURCES';

const IMAGES = resourceName(watchedKinds.image.resource);

/** Problems in one answer at most: a cluster full of malformed objects must not make a page of them. */
const MAX_PROBLEMS = 50;

/** The fleet as one reader sees it. */
export interface FleetSight {
  readonly copy: LiveCopy;
  /** Clusters that the reader may look at. */
  readonly clusters: readonly ClusterView[];
  /** Names of those that have not been heard of for a while. */
  readonly stale: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Images that the reader may see. */
  readonly images: readonly FleetImage[];
  /** What the answer depends on; absent when the answer is for nobody else. */
  readonly state?: string;
}

/** Works out what one reader sees of the fleet. */
export class FleetSights {
  readonly #options: {
    readonly copy: LiveCopy;
    readonly clock: Clock;
    readonly fleet: ImageFleet;
    readonly pause: () => Promise<void>;
  };
  /** What those see who have the same rights, until an image changes. */
  readonly #seen = new Map<
    string,
    { readonly version: number; readonly images: readonly FleetImage[] }
  >();

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    fleet: ImageFleet;
    pause: () => Promise<void>;
  }) {
    this.#options = options;
  }

  async of(as: Sight): Promise<FleetSight> {
    const { clock, fleet } = this.#options;
    const copy = seenCopy(this.#options.copy, as);
    await whenKnown(copy, clock, as.signal);
    const problem = copy.problem();
    if (problem !== undefined && copy.clusters().length === 0) {
      throw new NoClusters(problem);
    }
    await fleet.settle(as.signal, FIRST_LIST_WAIT_MS);
    const own = await ownFleet(this.#options, copy, as);
    const healths = new ClusterHealths(copy, as);
    const clusters = healths.views();
    const problems = [
      ...problemsOf(healths),
      ...healths.names.flatMap(cluster => unreadable(copy, cluster, as)),
      ...healths.names
        .filter(cluster => fleet.isIncomplete(cluster))
        .map(cluster => ({
          because: 'loading' as const,
          cluster,
          resource: IMAGES,
        })),
    ].slice(0, MAX_PROBLEMS);
    const stale = new Set(
      clusters.flatMap(({ name, kinds }) =>
        kinds.some(
          ({ resource, state }) =>
            RESOURCES.has(resource) && (state === 'stale' || state === 'down'),
        )
          ? name
          : [],
      ),
    );
    const sight = {
      ...{ copy, clusters, stale, problems },
      images: [
        ...this.#everybodys(as),
        ...own.filter(({ subject }) => as.sees(subject)),
      ],
    };
    const isShared = own.length === 0 && as.rights !== undefined;
    return isShared
      ? { ...sight, state: stateOf(fleet, copy, clusters, problems) }
      : sight;
  }

  #everybodys(as: Sight): readonly FleetImage[] {
    const { fleet } = this.#options;
    const select = () =>
      [...fleet.images()].filter(({ subject }) => as.all || as.sees(subject));
    if (as.rights === undefined) return select();
    const { version } = fleet;
    const seen = this.#seen.get(as.rights);
    if (seen?.version === version) return seen.images;
    for (const [rights, kept] of this.#seen) {
      if (kept.version !== version) this.#seen.delete(rights);
    }
    const images = select();
    this.#seen.set(as.rights, { version, images });
    return images;
  }
}

function problemsOf(healths: ClusterHealths): readonly Problem[] {
  return healths
    .problems()
    .filter(
      problem =>
        !('resource' in problem) ||
        problem.resource === undefined ||
        RESOURCES.has(problem.resource),
    );
}

/** Builders and what they are made from are few, and each counts: one that cannot be read is named. */
function unreadable(
  copy: LiveCopy,
  cluster: string,
  as: Sight,
): readonly Problem[] {
  const {
    builder,
    clusterBuilder,
    clusterLifecycle,
    clusterStack,
    clusterStore,
    image,
  } = watchedKinds;
  const ofCluster = [
    clusterBuilder,
    clusterStack,
    clusterStore,
    clusterLifecycle,
  ].flatMap(kind =>
    copy
      .kind<unknown>(cluster, kind)
      .unreadable()
      .map(({ name, says }) => ({
        because: 'unreadable' as const,
        cluster,
        resource: resourceName(kind.resource),
        name,
        says,
      })),
  );
  const ofNamespaces = [builder, image].flatMap(kind =>
    copy
      .kind<unknown>(cluster, kind)
      .unreadable()
      .flatMap(({ namespace = '', name, says }) =>
        as.sees({ kind: 'Image', cluster, namespace, name, labels: {} })
          ? {
              because: 'unreadable' as const,
              cluster,
              resource: resourceName(kind.resource),
              namespace,
              name,
              says,
            }
          : [],
      ),
  );
  return [...ofCluster, ...ofNamespaces];
}

/** Changes whenever anything does that an answer is made of. When a cluster was last heard of shows nothing new. */
function stateOf(
  fleet: ImageFleet,
  copy: LiveCopy,
  clusters: readonly ClusterView[],
  problems: readonly Problem[],
): string {
  const { builder, clusterBuilder, clusterLifecycle, clusterStack } =
    watchedKinds;
  const versions = clusters.map(({ name }) =>
    [
      builder,
      clusterBuilder,
      clusterLifecycle,
      clusterStack,
      watchedKinds.clusterStore,
    ].map(kind => copy.kind<unknown>(name, kind).version),
  );
  return JSON.stringify(
    [fleet.version, versions, clusters, problems],
    (key, value: unknown) => (key === 'seenAt' ? undefined : value),
  );
}
