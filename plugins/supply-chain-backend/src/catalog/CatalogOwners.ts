import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  OwnersQuestion,
  WorkloadIdentity,
  WorkloadOwners,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { OwnersUnknown } from './OwnersUnknown';
import type { Clock } from '../clock/Clock';
import { aboutWorkloads } from './aboutWorkloads';
import { ownersIndex } from './ownersIndex';

/** How long the catalog's word is good. With the 50 s after which a stream is authorised again, a change is felt within 60 s. */
export const FRESH_MS = 10_000;

/** How long the last word is kept while the catalog does not answer. After that nothing about owners can be decided. */
export const KEPT_MS = 10 * 60_000;

/** Longest wait for the catalog: a page that fails with words is better than one that hangs. */
export const CATALOG_WAIT_MS = 10_000;

/** Different questions that are remembered: persons, mostly. What each owns are some dozen entities, about 20 KB. */
const MAX_QUESTIONS = 1_000;

type OwnersOf = (workload: WorkloadIdentity) => readonly string[];

interface Answer {
  readonly at: number;
  readonly ownersOf: OwnersOf;
}

interface Known {
  answer?: Answer;
  loading?: Promise<Answer>;
}

/**
 * Owners by the annotations of catalog entities, asked for as the person who asks: an entity that they may not see makes
 * them the owner of nothing. The catalog is asked for what the owners in question have, not for everything.
 */
export class CatalogOwners implements WorkloadOwners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #known = new Map<string, Known>();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  async load(
    signal: AbortSignal,
    question?: OwnersQuestion,
  ): Promise<OwnersOf> {
    if (question?.owners.length === 0) return () => [];
    const known = this.#knownOf(question);
    const { answer } = known;
    const age = answer ? this.#clock.now() - answer.at : Infinity;
    if (answer && age < FRESH_MS) return answer.ownersOf;
    known.loading ??= this.#read(question)
      .then(read => {
        known.answer = read;
        return read;
      })
      .finally(() => delete known.loading);
    try {
      const { ownersOf } = await known.loading;
      signal.throwIfAborted();
      return ownersOf;
    } catch (error) {
      signal.throwIfAborted();
      if (!answer || age > KEPT_MS) throw new OwnersUnknown({ cause: error });
      this.#logger.warn(
        'The catalog does not answer: owners of workloads are those of its last answer',
      );
      return answer.ownersOf;
    }
  }

  #knownOf(question: OwnersQuestion | undefined): Known {
    const key = question
      ? JSON.stringify([
          question.credentials.principal,
          [...new Set(question.owners)].sort(),
        ])
      : '';
    const known = this.#known.get(key) ?? {};
    // Last used last, so that those who left are the first to be forgotten.
    this.#known.delete(key);
    this.#known.set(key, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MAX_QUESTIONS) break;
      this.#known.delete(oldest);
    }
    return known;
  }

  async #read(question: OwnersQuestion | undefined): Promise<Answer> {
    const at = this.#clock.now();
    const waiting = new AbortController();
    const tooLong = this.#clock
      .sleep(CATALOG_WAIT_MS, waiting.signal)
      .then(() => {
        throw new Error(
          `The catalog has not answered for ${CATALOG_WAIT_MS} ms`,
        );
      });
    try {
      const entities = await Promise.race([
        this.#entities(question, waiting.signal),
        tooLong,
      ]);
      return { at, ownersOf: ownersIndex(entities) };
    } finally {
      waiting.abort();
      tooLong.catch(() => {});
    }
  }

  async #entities(
    question: OwnersQuestion | undefined,
    signal: AbortSignal,
  ): Promise<Entity[]> {
    const credentials: BackstageCredentials =
      question?.credentials ?? (await this.#auth.getOwnServiceCredentials());
    const found: Entity[] = [];
    for await (const page of this.#catalog.streamEntities(
      { query: aboutWorkloads(question?.owners), fields: FIELDS },
      { credentials },
    )) {
      signal.throwIfAborted();
      found.push(...page);
    }
    return found;
  }
}

const FIELDS = ['metadata.annotations', 'relations'];
