import type { Clock } from '../clock/Clock';
import { orAborted } from '../clock/orAborted';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { KubernetesDiscovery } from '../clusters/KubernetesDiscovery';
import type { NamespaceRights } from '../clusters/NamespaceRights';
import type { ResourceId } from '../clusters/ResourceId';
import { readMetadata } from './readMetadata';

/**
 * Namespaces of one kind that are followed, each with a watch of its own. More belong to a ClusterRole: 50 cost a server
 * about as many renewals a minute as 40 clusters otherwise do.
 */
const FOLLOWED_MAX = 50;
/** Namespaces at most that the cluster is asked about, each with a request. */
const REVIEWED_MAX = 200;
/** Such requests at a time. */
const REVIEWS_AT_ONCE = 4;
/** Milliseconds for which all kinds of a cluster go by one survey. */
const SURVEY_MS = 60_000;

const NAMESPACES: ResourceId = {
  group: '',
  version: 'v1',
  plural: 'namespaces',
};

/** Where a kind may be read that is not allowed in all namespaces. */
export interface FoundNamespaces {
  readonly namespaces: readonly string[];
  /** How many more there are, or may be, that are not followed. */
  readonly leftOut: number;
}

/** What is known of some namespaces; undefined: nobody could tell. */
interface Survey {
  readonly rights: ReadonlyMap<string, NamespaceRights | undefined>;
  readonly leftOut: number;
}

interface NamespaceScoutOptions {
  readonly api: Pick<KubernetesApi, 'list'>;
  readonly discovery: KubernetesDiscovery;
  readonly cluster: string;
  readonly configured: readonly string[] | undefined;
  /** Namespaces of what is held of this cluster: where the list of namespaces is denied, these may be asked about. */
  readonly held: () => Iterable<string>;
  readonly clock: Clock;
  /** Of the copy of this cluster. */
  readonly life: AbortSignal;
}

/** Finds the namespaces of one cluster in which we may read: those of the configuration, or those that it finds itself. */
export class NamespaceScout {
  readonly #options: NamespaceScoutOptions;
  #survey:
    | { readonly at: number; readonly result: Promise<Survey> }
    | undefined;

  constructor(options: NamespaceScoutOptions) {
    this.#options = options;
  }

  /** Throws as `KubernetesApi` does when the cluster cannot be asked. */
  async find(
    resource: ResourceId,
    signal: AbortSignal,
  ): Promise<FoundNamespaces> {
    const { configured } = this.#options;
    if (configured) return bounded(configured, 0);
    const { rights, leftOut } = await orAborted(this.#surveyed(), signal);
    const allowed = [...rights].flatMap(([namespace, ours]) =>
      ours?.toList(resource) === 'no' ? [] : namespace,
    );
    return bounded(allowed.sort(), leftOut);
  }

  #surveyed(): Promise<Survey> {
    const now = this.#options.clock.now();
    if (!this.#survey || now - this.#survey.at >= SURVEY_MS) {
      const result = this.#ask();
      const survey = { at: now, result };
      this.#survey = survey;
      result.catch(() => {
        if (this.#survey === survey) this.#survey = undefined;
      });
    }
    return this.#survey.result;
  }

  async #ask(): Promise<Survey> {
    const { cluster, discovery, life } = this.#options;
    const candidates = await this.#candidates();
    const todo = candidates.slice(0, REVIEWED_MAX);
    const rights = new Map<string, NamespaceRights | undefined>();
    const workers = Array.from({ length: REVIEWS_AT_ONCE }, async () => {
      for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        rights.set(
          next,
          await discovery
            .rightsIn(cluster, next, life)
            .catch((error: unknown) => unlessLost(error)),
        );
      }
    });
    await Promise.all(workers);
    return { rights, leftOut: Math.max(0, candidates.length - REVIEWED_MAX) };
  }

  /** All namespaces; where we may not list them, our own and those in which there is something that we may see. */
  async #candidates(): Promise<string[]> {
    const { api, cluster, discovery, held, life } = this.#options;
    try {
      const names: string[] = [];
      const request = { cluster, resource: NAMESPACES };
      for await (const { items } of api.list(request, life)) {
        for (const item of items) names.push(readMetadata(item).name ?? '');
      }
      return names.filter(name => name !== '');
    } catch (error) {
      if (!isKubernetesError(error) || error.because !== 'denied') throw error;
    }
    const own = await discovery
      .ownNamespace(cluster, life)
      .catch((error: unknown) => unlessLost(error));
    return [...new Set([...(own === undefined ? [] : [own]), ...held()])];
  }
}

function bounded(all: readonly string[], more: number): FoundNamespaces {
  return {
    namespaces: all.slice(0, FOLLOWED_MAX),
    leftOut: Math.max(0, all.length - FOLLOWED_MAX) + more,
  };
}

/** A refused question leaves us without an answer; a cluster that is gone leaves us without a survey. */
function unlessLost(error: unknown): undefined {
  if (!isKubernetesError(error)) throw error;
  if (error.because === 'unreachable') throw error;
  return undefined;
}
