import type { KubernetesApi } from '../clusters/KubernetesApi';
import { isPassing } from './isPassing';
import { LineReader } from './LineReader';
import type { LogPlace } from './LogPlace';
import type { LogTarget } from './LogTarget';
import type { LookedFor } from './LookedFor';
import { isSameLine, timeOf, type RawLine } from './RawLine';
import { sinceOf } from './sinceOf';

/** Lines after a place: of some of them at least a reading that began at another time has heard, too. */
const AFTER_LINES = 50;

class Look implements LookedFor {
  isThere = false;
  isBefore = false;
  after: RawLine[] = [];
  #left: number;

  constructor(
    private readonly place: LogPlace,
    private readonly known: RawLine | undefined,
  ) {
    this.#left = place.count;
  }

  get isEnough(): boolean {
    const { isThere, isBefore, known } = this;
    return isThere && (known ? isBefore : this.after.length === AFTER_LINES);
  }

  at(line: RawLine): void {
    const isOfTime = timeOf(line) === this.place.at;
    if (!this.isThere && isOfTime) {
      this.#left -= 1;
      if (this.#left > 0) return;
      this.isThere = true;
      // What came before comes before the place.
      this.after = [];
      this.isBefore = false;
      return;
    }
    if (this.known && isSameLine(this.known, line)) this.isBefore = true;
    if (this.after.length === AFTER_LINES) return;
    // Its bytes are of the network's memory.
    this.after.push({ ...line, bytes: Buffer.from(line.bytes) });
  }
}

/**
 * Asks the cluster for a place in a log, for what comes after it, and whether a line that is known does. Undefined when it
 * cannot be asked now.
 */
export async function lookForPlace(
  place: LogPlace,
  known: RawLine | undefined,
  { cluster, namespace, pod, container }: LogTarget,
  api: Pick<KubernetesApi, 'log'>,
  signal: AbortSignal,
): Promise<LookedFor | undefined> {
  const look = new Look(place, known);
  try {
    const bytes = await api.log(
      {
        ...{ cluster, namespace, pod, container },
        ...{ timestamps: true, sinceTime: sinceOf(place.at) },
      },
      signal,
    );
    const reader = new LineReader();
    for await (const chunk of bytes) {
      for (const line of reader.read(chunk)) look.at(line);
      if (look.isEnough) return look;
    }
    for (const line of reader.finish()) look.at(line);
    return look;
  } catch (error) {
    signal.throwIfAborted();
    if (isPassing(error)) return undefined;
    throw error;
  }
}
