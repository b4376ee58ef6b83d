import type { Backoff } from '../clock/Backoff';

/** Builds of one cluster, and of all, that are archived at a time: each is one request for a log, most of them short. */
const AT_A_TIME = { cluster: 2, all: 6 } as const;

export interface BuildTask {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

interface Entry {
  readonly task: BuildTask;
  readonly backoff: Backoff;
  /** It changed while it was worked on. */
  isMarked: boolean;
}

interface Lane {
  readonly ready: Entry[];
  running: number;
}

/**
 * Builds to look at. What changed last comes first, so that a build that ends now does not wait behind thousands that ended
 * before this backend started; a cluster that does not answer holds up no other.
 */
export class BuildQueue {
  readonly #entries = new Map<string, Entry>();
  readonly #lanes = new Map<string, Lane>();
  /** When to look again, in milliseconds since the epoch. */
  readonly #waiting = new Map<Entry, number>();
  /** Of these, those that a change may help. */
  readonly #patient = new Set<Entry>();
  readonly #newBackoff: () => Backoff;
  #running = 0;

  constructor(newBackoff: () => Backoff) {
    this.#newBackoff = newBackoff;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** `key` is `namespace/name` of a Build that has changed. One that waits because it failed goes on waiting. */
  mark(cluster: string, key: string): void {
    const slash = key.indexOf('/');
    const task = {
      cluster,
      namespace: key.slice(0, slash),
      name: key.slice(slash + 1),
    };
    const id = idOf(task);
    const known = this.#entries.get(id);
    if (known) {
      if (this.#patient.has(known)) this.#ready(known);
      else known.isMarked = true;
      return;
    }
    const entry = { task, backoff: this.#newBackoff(), isMarked: false };
    this.#entries.set(id, entry);
    this.#ready(entry);
  }

  /** As many as may be worked on now; each has to come back by `done`, `again` or `failed`. */
  takeDue(now: number): readonly BuildTask[] {
    for (const [entry, notBefore] of this.#waiting) {
      if (notBefore <= now) this.#ready(entry);
    }
    const taken: BuildTask[] = [];
    for (const lane of this.#lanes.values()) {
      while (
        this.#running < AT_A_TIME.all &&
        lane.running < AT_A_TIME.cluster
      ) {
        const entry = lane.ready.pop();
        if (!entry) break;
        entry.isMarked = false;
        lane.running += 1;
        this.#running += 1;
        taken.push(entry.task);
      }
    }
    return taken;
  }

  /** Milliseconds since the epoch at which the next one is due by time alone; Infinity when none is. */
  get nextDue(): number {
    return Math.min(Infinity, ...this.#waiting.values());
  }

  done(task: BuildTask): void {
    const entry = this.#back(task);
    if (!entry) return;
    if (entry.isMarked) {
      entry.backoff.reset();
      this.#ready(entry);
    } else {
      this.#entries.delete(idOf(task));
    }
  }

  /** What changed meanwhile is worth a look at once; what did not is looked at less and less often. */
  again(task: BuildTask, now: number, afterMs: number): void {
    const entry = this.#back(task);
    if (!entry) return;
    if (entry.isMarked) {
      this.#ready(entry);
      return;
    }
    this.#patient.add(entry);
    this.#waiting.set(entry, now + Math.max(afterMs, entry.backoff.next()));
  }

  failed(task: BuildTask, now: number): void {
    const entry = this.#back(task);
    if (entry) this.#waiting.set(entry, now + entry.backoff.next());
  }

  #ready(entry: Entry): void {
    this.#waiting.delete(entry);
    this.#patient.delete(entry);
    this.#lane(entry.task.cluster).ready.push(entry);
  }

  #back(task: BuildTask): Entry | undefined {
    this.#running -= 1;
    this.#lane(task.cluster).running -= 1;
    return this.#entries.get(idOf(task));
  }

  #lane(cluster: string): Lane {
    const lane = this.#lanes.get(cluster) ?? { ready: [], running: 0 };
    this.#lanes.set(cluster, lane);
    return lane;
  }
}

function idOf({ cluster, namespace, name }: BuildTask): string {
  return `${cluster}\n${namespace}/${name}`;
}
