import { isRecord } from '../../clusters/isRecord';
import { objectKey } from '../../watch/objectKey';

/** Objects of one query at most. Cartographer keeps ten runs of each outcome of a Runnable unless it is told otherwise. */
export const MOST_OBJECTS = 200;

interface Held {
  readonly version: string;
  readonly raw: unknown;
}

/** What one query found, by name; tells whether anything is another than before. */
export class HeldObjects {
  #byKey = new Map<string, Held>();
  #all: readonly unknown[] = [];
  #cut = false;

  /** The same list as long as nothing changes, in the order of the names. */
  get all(): readonly unknown[] {
    return this.#all;
  }

  /** There were more than are held. */
  get cut(): boolean {
    return this.#cut;
  }

  /** These and no others. An object that nothing could name is left out. */
  replace(objects: readonly unknown[], cut: boolean): boolean {
    const before = this.#byKey;
    this.#byKey = new Map();
    this.#cut = cut;
    for (const raw of objects) {
      const identity = identify(raw);
      if (identity) this.#hold(identity, raw);
    }
    const isSame =
      before.size === this.#byKey.size &&
      [...this.#byKey].every(
        ([key, { version }]) => before.get(key)?.version === version,
      );
    // The old objects stay, so that what was read of them stays.
    if (isSame) this.#byKey = before;
    else this.#order();
    return !isSame;
  }

  put(raw: unknown): boolean {
    const identity = identify(raw);
    if (!identity) return false;
    const before = this.#byKey.get(identity.key);
    if (before?.version === identity.version) return false;
    this.#hold(identity, raw);
    this.#order();
    return true;
  }

  remove(raw: unknown): boolean {
    const identity = identify(raw);
    if (!identity || !this.#byKey.delete(identity.key)) return false;
    this.#order();
    return true;
  }

  #hold(identity: Identity, raw: unknown): void {
    const { key, version } = identity;
    if (this.#byKey.size >= MOST_OBJECTS && !this.#byKey.has(key)) {
      this.#cut = true;
      return;
    }
    this.#byKey.set(key, { version, raw });
  }

  #order(): void {
    this.#all = [...this.#byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { raw }]) => raw);
  }
}

interface Identity {
  readonly key: string;
  /** Of this object and this state of it, whatever its name was before. */
  readonly version: string;
}

function identify(raw: unknown): Identity | undefined {
  const meta = isRecord(raw) ? raw.metadata : undefined;
  if (!isRecord(meta) || typeof meta.name !== 'string') return undefined;
  const { name, namespace, resourceVersion, uid } = meta;
  return {
    key: objectKey(typeof namespace === 'string' ? namespace : undefined, name),
    version: `${String(uid)} ${String(resourceVersion)}`,
  };
}
