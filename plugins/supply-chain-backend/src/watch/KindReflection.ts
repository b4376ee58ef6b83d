import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Dirty } from '../clock/Dirty';
import type { KindHealthRecord } from './KindHealthRecord';
import type { FoundNamespaces, NamespaceScout } from './NamespaceScout';
import { NamespacePart } from './NamespacePart';
import { Reflector } from './Reflector';
import type { SharedReflectorOptions } from './SharedReflectorOptions';

/** Milliseconds, the same again by chance: a right to read all namespaces that is granted shows within a minute. */
const WIDE_AGAIN_MS = 25_000;
/** Milliseconds until namespaces are looked for again: by then some may have come, and rights with them. */
const FIND_AGAIN_MS = 5 * 60_000;
/** Milliseconds until namespaces are looked for again when they could not be. */
const FAILED_AGAIN_MS = 20_000;

/** Worst first, of what a namespace that may be read can be. */
const ORDER: readonly KindHealth['state'][] = [
  'down',
  'stale',
  'loading',
  'absent',
  'fresh',
];

export interface KindReflectionOptions<T> {
  readonly reflector: SharedReflectorOptions<T>;
  /** Absent: what is denied in all namespaces at once stays denied. */
  readonly scout: NamespaceScout | undefined;
  readonly newHealth: (onChange: () => void) => KindHealthRecord;
  readonly onHealth: () => void;
}

/**
 * One kind of one cluster, read in all namespaces at once; where that is denied, in each namespace where it is allowed.
 * Goes back to all at once when that is granted.
 */
export class KindReflection<T> {
  readonly #options: KindReflectionOptions<T>;
  readonly #scout: NamespaceScout | undefined;
  readonly #wide: KindHealthRecord;
  readonly #parts = new Map<string, NamespacePart<T>>();
  readonly #look = new Dirty();
  /** Where it may be read; undefined until that was looked for. */
  #found: FoundNamespaces | undefined;
  #everKnown = false;
  #told: string | undefined;

  constructor(options: KindReflectionOptions<T>) {
    this.#options = options;
    const { namespaced } = options.reflector.kind;
    this.#scout = namespaced ? options.scout : undefined;
    this.#wide = options.newHealth(() => this.#wideChanged());
  }

  async run(signal: AbortSignal): Promise<void> {
    const wide = new Reflector({
      ...this.#options.reflector,
      health: this.#wide,
      deniedAgainMs: () => (this.#parts.size > 0 ? WIDE_AGAIN_MS : undefined),
    });
    const loops = [wide.run(signal)];
    if (this.#scout) loops.push(this.#keepParts(this.#scout, signal));
    await Promise.all(loops);
  }

  view(resource: string, objects: number, unreadable: number): KindHealth {
    const wide = this.#wide.view(resource, objects, unreadable);
    if (!this.#isNarrow) return wide;
    if (!this.#found) return this.#everKnown ? wide : this.#loading(wide);
    const read = [...this.#parts].filter(
      ([, part]) =>
        !part.isRefused &&
        !(part.health.state === 'loading' && this.#everKnown),
    );
    const state = ORDER.find(each =>
      read.some(([, { health }]) => health.state === each),
    );
    const worst = read.find(([, { health }]) => health.state === state);
    if (!worst) return wide;
    const { leftOut } = this.#found;
    return {
      ...worst[1].health.view(resource, objects, unreadable),
      limitedTo: read.map(([namespace]) => namespace),
      ...(leftOut > 0 && { leftOut }),
    };
  }

  get #isNarrow(): boolean {
    switch (this.#wide.state) {
      case 'fresh':
      case 'absent':
        return false;
      default:
        return this.#parts.size > 0 || this.#mayBeAllowedInParts;
    }
  }

  /** The cluster refuses a list of all namespaces: not the credentials, nor Backstage. */
  get #mayBeAllowedInParts(): boolean {
    const { problem } = this.#wide;
    return (
      this.#scout !== undefined &&
      problem?.because === 'denied' &&
      problem.verb === 'list' &&
      problem.says === undefined
    );
  }

  #loading(wide: KindHealth): KindHealth {
    const { cluster, kind } = this.#options.reflector;
    const { problem: _problem, ...rest } = wide;
    return {
      ...rest,
      state: 'loading',
      problem: { because: 'loading', cluster, resource: kind.resource.plural },
    };
  }

  #wideChanged(): void {
    if (!this.#isNarrow) {
      // Now, and not after the next turn: what a namespace's watch says later may be older than the list that is held.
      for (const part of this.#parts.values()) part.close();
    }
    this.#look.mark();
    this.#changed();
  }

  #changed(): void {
    const { state, problem, limitedTo, leftOut } = this.view('', 0, 0);
    const now = JSON.stringify([state, problem, limitedTo, leftOut]);
    if (state !== 'loading') this.#everKnown = true;
    if (now === this.#told) return;
    this.#told = now;
    this.#options.onHealth();
  }

  async #keepParts(scout: NamespaceScout, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options.reflector;
    let alarm = new AbortController();
    try {
      for (;;) {
        await this.#look.taken(signal);
        if (!this.#isNarrow) {
          this.#found = undefined;
          await this.#become([], signal);
          continue;
        }
        // While the cluster is away nothing new can be found.
        if (!this.#mayBeAllowedInParts) continue;
        const again = await this.#find(scout, signal);
        alarm.abort();
        alarm = new AbortController();
        clock.sleep(again, alarm.signal).then(
          () => this.#look.mark(),
          () => undefined,
        );
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      alarm.abort();
      await Promise.all([...this.#parts.values()].map(part => part.end()));
    }
  }

  /** Returns the milliseconds until the next look. */
  async #find(scout: NamespaceScout, signal: AbortSignal): Promise<number> {
    let found: FoundNamespaces;
    try {
      found = await scout.find(this.#options.reflector.kind.resource, signal);
    } catch {
      signal.throwIfAborted();
      this.#found ??= { namespaces: [], leftOut: 0 };
      this.#changed();
      return FAILED_AGAIN_MS;
    }
    // Reading all at once may have been granted meanwhile.
    if (this.#isNarrow) {
      this.#found = found;
      await this.#become(found.namespaces, signal);
    }
    this.#changed();
    return FIND_AGAIN_MS;
  }

  /** Follows exactly these namespaces. */
  async #become(
    namespaces: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const gone = [...this.#parts].filter(
      ([namespace]) => !namespaces.includes(namespace),
    );
    for (const [namespace] of gone) this.#parts.delete(namespace);
    for (const namespace of namespaces) {
      if (this.#parts.has(namespace)) continue;
      const part = new NamespacePart({
        reflector: this.#options.reflector,
        namespace,
        newHealth: this.#options.newHealth,
        onHealth: () => this.#changed(),
      });
      this.#parts.set(namespace, part);
      part.start(signal);
    }
    await Promise.all(gone.map(([, part]) => part.end()));
  }
}
