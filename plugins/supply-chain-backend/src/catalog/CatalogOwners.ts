import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  WorkloadIdentity,
  WorkloadOwners,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import { entityMatcher } from './entityMatcher';

/** How long the catalog's word is good: as long as a stream goes without being authorised again (60 s at most). */
const FRESH_MS = 30_000;

/** How long the last word is kept while the catalog does not answer. After that nobody owns anything: access fails closed. */
const KEPT_MS = 10 * 60_000;

type OwnersOf = (workload: WorkloadIdentity) => readonly string[];

interface Known {
  readonly at: number;
  readonly ownersOf: OwnersOf;
}

/** Owners by the annotations of catalog entities. Read once for everybody: who owns what does not depend on who asks. */
export class CatalogOwners implements WorkloadOwners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #logger: LoggerService;
  #known: Known | undefined;
  #loading: Promise<Known> | undefined;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: Pick<Clock, 'now'>;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  async load(signal: AbortSignal): Promise<OwnersOf> {
    const age = this.#known ? this.#clock.now() - this.#known.at : Infinity;
    if (this.#known && age < FRESH_MS) return this.#known.ownersOf;
    this.#loading ??= this.#read().finally(() => {
      this.#loading = undefined;
    });
    try {
      const { ownersOf } = await this.#loading;
      signal.throwIfAborted();
      return ownersOf;
    } catch (error) {
      signal.throwIfAborted();
      if (!this.#known || age > KEPT_MS) throw error;
      this.#logger.warn(
        'The catalog does not answer: owners of workloads are those of its last answer',
      );
      return this.#known.ownersOf;
    }
  }

  async #read(): Promise<Known> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const at = this.#clock.now();
    const entries: Entry[] = [];
    for await (const entities of this.#catalog.streamEntities(
      { query: ABOUT_WORKLOADS, fields: FIELDS },
      { credentials },
    )) {
      entries.push(...entities.flatMap(toEntry));
    }
    this.#known = {
      at,
      ownersOf: workload => [
        ...new Set(
          entries
            .filter(({ matches }) => matches(workload))
            .flatMap(({ owners }) => owners),
        ),
      ],
    };
    return this.#known;
  }
}

interface Entry {
  readonly matches: (workload: WorkloadIdentity) => boolean;
  readonly owners: readonly string[];
}

const FIELDS = ['metadata.annotations', 'relations'];

/** The keys of `annotations` that name workloads; written out, as the catalog's type wants known keys. */
const ABOUT_WORKLOADS = {
  $any: [
    { 'metadata.annotations.carto.run/workload-name': { $exists: true } },
    {
      'metadata.annotations.backstage.io/kubernetes-label-selector': {
        $exists: true,
      },
    },
    { 'metadata.annotations.backstage.io/kubernetes-id': { $exists: true } },
  ],
};

function toEntry(entity: Entity): Entry[] {
  const matches = entityMatcher(entity);
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  return matches && owners.length > 0 ? [{ matches, owners }] : [];
}
