import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import type { Sight } from '../Sight';
import type { StampedObjects } from '../stamped/StampedObjects';
import type { StampedSource } from '../stamped/StampedSource';

/** What one derivation of a view looks at of stamped objects, as the one who reads. */
export class StampedLooks {
  readonly #stamped: StampedObjects;
  readonly #as: Pick<Sight, 'signal' | 'personal'>;
  /** Clusters that are read with each person's own token, and no other. */
  readonly #perUser: readonly string[];
  readonly #queries: StampedQuery[] = [];
  readonly #waiting: StampedQuery[] = [];
  #missed = false;

  constructor(
    stamped: StampedObjects,
    as: Pick<Sight, 'signal' | 'personal'>,
    perUser: readonly string[],
  ) {
    this.#stamped = stamped;
    this.#as = as;
    this.#perUser = perUser;
  }

  /** Everything that was looked at. */
  get queries(): readonly StampedQuery[] {
    return this.#queries;
  }

  /** Whether something looked at has not been answered yet. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether something could not even be asked for: nobody will tell when it can. */
  get missed(): boolean {
    return this.#missed;
  }

  look(query: StampedQuery): StampedRead {
    const source = this.#source(query.cluster);
    if (!source && this.#perUser.includes(query.cluster)) {
      return { objects: [] };
    }
    const read = this.#stamped.look(query, source);
    this.#queries.push(query);
    if (read.problem?.because === 'loading') this.#waiting.push(query);
    if (read.noRoom) this.#missed = true;
    return read;
  }

  /** Resolves when all that is waited for has been answered, or the time is over. */
  async known(maxMs: number): Promise<void> {
    const { signal } = this.#as;
    const clusters = new Set(this.#waiting.map(({ cluster }) => cluster));
    await Promise.all(
      [...clusters].map(cluster =>
        this.#stamped.known(
          this.#waiting.filter(each => each.cluster === cluster),
          maxMs,
          signal,
          this.#source(cluster),
        ),
      ),
    );
  }

  #source(cluster: string): StampedSource | undefined {
    return this.#as.personal?.source(cluster);
  }
}
