import type { Clock } from '../../clock/Clock';
import type { PodObject } from '../../model/objects/PodObject';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { PodEvents } from '../PodEvents';
import { seenCopy } from '../seenCopy';
import type { Sight } from '../Sight';
import type { StampedObjects } from '../stamped/StampedObjects';
import { NO_ROOM_MS, WAIT_MS } from '../stamped/StampedObjects';
import { withEvents } from '../withEvents';
import { dependency, type Dependency } from './dependency';
import type { EventsOfPod } from './EventsOfPod';
import type { LiveViews } from './LiveViews';
import { StampedLooks } from './StampedLooks';
import { surroundingsOf } from './surroundingsOf';
import type { KeptView } from './ViewCache';
import { viewKey } from './viewKey';
import type { ViewRecipe } from './ViewRecipe';

type Reading = Pick<Sight, 'signal' | 'personal'>;

/** A view, and what it was derived from. */
interface Derived extends KeptView<object> {
  readonly dependencies: readonly Dependency[];
}

/**
 * Reads the view of one thing: as it was kept, or derived now. Of a build that does not start, its pod's events are read
 * besides; what a stage stamped is read when the view asks for it, and the view derived again with what came.
 */
export class ViewReader {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #events: PodEvents;
  readonly #views: LiveViews;
  readonly #stamped: StampedObjects;

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    events: PodEvents;
    views: LiveViews;
    stamped: StampedObjects;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#events = options.events;
    this.#views = options.views;
    this.#stamped = options.stamped;
  }

  /** Undefined when there is no such thing. */
  async read<T extends object>(
    recipe: ViewRecipe<T>,
    as: Reading,
  ): Promise<T | undefined> {
    const { cache, counts } = this.#views;
    const { topic, variant } = recipe;
    const isEverybodys = this.#isEverybodys(recipe, as);
    const known = isEverybodys
      ? await this.#kept(topic, variant, as)
      : undefined;
    if (known) {
      counts.hits += 1;
      // Views of one topic are derived by one recipe.
      return known.view as T;
    }
    return this.#derived(recipe, as, ({ view, dependencies, ...rest }) => {
      counts.derived += 1;
      if (!isEverybodys) return;
      cache.keep(viewKey(topic), variant, { view, ...rest }, dependencies);
    });
  }

  /** `keep` is called in the same turn as the view is derived: what changes between the two would not be in it. */
  async #derived<T extends object>(
    recipe: ViewRecipe<T>,
    as: Reading,
    keep: (derived: Derived) => void,
  ): Promise<T | undefined> {
    const { cluster } = recipe.topic.ref;
    const until = this.#clock.now() + WAIT_MS;
    for (;;) {
      const looked = new StampedLooks(this.#stamped, as, this.#views.perUser);
      const dependencies: Dependency[] = [dependency.cluster(cluster)];
      let goodUntil = Infinity;
      const around = surroundingsOf({
        copy: seenCopy(this.#copy, as),
        cluster,
        now: this.#clock.now(),
        note: on => dependencies.push(on),
        holdsUntil: at => {
          goodUntil = Math.min(goodUntil, at);
        },
        stamped: query => looked.look(query),
      });
      const events = await this.#read(cluster, recipe.pods(around), as);
      const view = recipe.derive(withEvents(around, events));
      const left = until - this.#clock.now();
      if (!looked.waits || left <= 0) {
        if (looked.missed) {
          goodUntil = Math.min(goodUntil, this.#clock.now() + NO_ROOM_MS);
        }
        const stamped = looked.queries;
        if (view) keep({ view, goodUntil, dependencies, events, stamped });
        return view;
      }
      await looked.known(left);
    }
  }

  /** Nothing that this reader's own tokens open can be in it, so that everybody may be given the same. */
  #isEverybodys(recipe: ViewRecipe<object>, { personal }: Reading): boolean {
    const { perUser } = this.#views;
    if (perUser.includes(recipe.topic.ref.cluster)) return false;
    return (
      recipe.staysInCluster ||
      !perUser.some(name => personal?.source(name) !== undefined)
    );
  }

  async #kept(
    topic: ViewRecipe<object>['topic'],
    variant: string,
    as: Reading,
  ): Promise<KeptView<object> | undefined> {
    const { cache } = this.#views;
    const key = viewKey(topic);
    const kept = cache.find(key, variant);
    if (!kept || kept.goodUntil <= this.#clock.now()) return undefined;
    for (const query of kept.stamped) this.#stamped.look(query);
    if (kept.events.length === 0) return kept;
    const again = await this.#read(
      topic.ref.cluster,
      kept.events.map(({ pod }) => pod),
      as,
    );
    const isSame =
      cache.find(key, variant) === kept &&
      again.every(({ read }, index) => read === kept.events[index]?.read);
    return isSame ? kept : undefined;
  }

  async #read(
    cluster: string,
    pods: readonly PodObject[],
    as: Reading,
  ): Promise<readonly EventsOfPod[]> {
    if (pods.length === 0) return [];
    const source = as.personal?.source(cluster);
    return Promise.all(
      pods.map(async pod => ({
        pod,
        read: await this.#events.read(cluster, pod, as.signal, source),
      })),
    );
  }
}
