import { ChangeRecord } from './ChangeRecord';
import { identifyObject } from './identifyObject';
import type { ObjectIdentity } from './identifyObject';
import { indexEntries } from './indexEntries';
import { objectKey } from './objectKey';
import { Int32List } from './packed/Int32List';
import { PackedObjects } from './packed/PackedObjects';
import type { ObjectToPack } from './packed/PackedObjects';
import type { PackedRecord } from './packed/PackedRecord';
import { TextPacker } from './packed/TextPacker';
import { projectObject } from './projectObject';
import type { StoreChange } from './StoreChange';
import type { UnreadableObject } from './UnreadableObject';
import type { WatchedKind } from './WatchedKind';

/**
 * The objects of one kind of one cluster, trimmed to what is shown, and packed outside the V8 heap: 10,000 workloads with
 * all that belongs to them cost it nothing. Whatever changes it returns what has changed: an object that comes again as it
 * is (after a reconnect, a relist) changes nothing.
 */
export class Store<T> {
  readonly #kind: WatchedKind<T>;
  readonly #packer = new TextPacker();
  #objects = new PackedObjects();
  #unreadable = 0;
  #version = 0;
  /** How many were begun. */
  #lists = 0;
  /** By object: how many lists had been begun when it was put. */
  #putIn = new Int32List();

  constructor(kind: WatchedKind<T>) {
    this.#kind = kind;
  }

  get version(): number {
    return this.#version;
  }

  /** Readable ones. */
  get size(): number {
    return this.#objects.count - this.#unreadable;
  }

  get unreadableCount(): number {
    return this.#unreadable;
  }

  /** Bytes outside the heap that the objects take. */
  get bytes(): number {
    return this.#objects.bytes;
  }

  get(namespace: string | undefined, name: string): T | undefined {
    const id = this.#objects.find(objectKey(namespace, name));
    if (id === -1) return undefined;
    const record = this.#objects.record(id);
    return record.readable ? this.#decode(record) : undefined;
  }

  *all(): Generator<T> {
    for (const id of this.#objects.ids()) {
      const record = this.#objects.record(id);
      if (record.readable) yield this.#decode(record);
    }
  }

  byIndex(index: string, key: string): readonly T[] {
    return this.#objects
      .findAll(`${index}\n${key}`)
      .map(id => this.#decode(this.#objects.record(id)));
  }

  unreadable(): readonly UnreadableObject[] {
    const found: UnreadableObject[] = [];
    if (this.#unreadable === 0) return found;
    for (const id of this.#objects.ids()) {
      const record = this.#objects.record(id);
      if (!record.readable) found.push(this.#decode(record));
    }
    return found;
  }

  /** ADDED and MODIFIED are the same to us: the object is now like this. */
  put(raw: unknown): StoreChange {
    const changed = new ChangeRecord();
    const identity = identifyObject(raw);
    if (this.#same(identity) === -1) {
      const packed = this.#pack(raw, identity);
      const before = this.#objects.find(packed.key);
      this.#exchange(before, changed, () => this.#objects.put(packed));
    }
    return this.#told(changed);
  }

  /** Read only for its key; what it held last does not matter any more. */
  remove(raw: unknown): StoreChange {
    const changed = new ChangeRecord();
    const id = this.#objects.find(identifyObject(raw).key);
    if (id !== -1) this.#remove(id, changed);
    return this.#told(changed);
  }

  clear(): StoreChange {
    return this.relist().commit();
  }

  /**
   * A new list, piece by piece. Nothing is seen of it, and nothing of the old is gone, before `commit`. Only what is not
   * as it was takes room until then. What is put meanwhile is newer than the list, and stays.
   */
  relist(): {
    add(items: readonly unknown[]): void;
    commit(): StoreChange;
  } {
    this.#lists += 1;
    const begun = this.#lists;
    const listed = new PackedObjects();
    const asBefore = new Int32List();
    return {
      add: items => {
        for (const raw of items) {
          const identity = identifyObject(raw);
          const same = this.#same(identity);
          if (same === -1) {
            const before = this.#objects.find(identity.key);
            if (before !== -1) asBefore.set(before, 0);
            listed.put(this.#pack(raw, identity));
          } else {
            asBefore.set(same, 1);
            const already = listed.find(identity.key);
            if (already !== -1) listed.delete(already);
          }
        }
      },
      commit: () => {
        const changed = new ChangeRecord();
        if (this.#objects.count === 0) {
          this.#adopt(listed, changed);
          return this.#told(changed);
        }
        for (const id of this.#objects.ids()) {
          if (asBefore.at(id) === 1 || this.#putIn.at(id) >= begun) continue;
          const isListed = listed.find(this.#objects.record(id).key) !== -1;
          if (!isListed) this.#remove(id, changed);
        }
        for (const from of listed.ids()) {
          const id = this.#objects.find(listed.record(from).key);
          if (id !== -1 && this.#putIn.at(id) >= begun) continue;
          this.#exchange(id, changed, () => this.#objects.take(listed, from));
        }
        return this.#told(changed);
      },
    };
  }

  /** The object that this is again, as it is; -1 when there is none. */
  #same({ key, versionName }: ObjectIdentity): number {
    const id = this.#objects.find(key);
    return id !== -1 && this.#objects.isVersion(id, versionName) ? id : -1;
  }

  #pack(raw: unknown, identity: ObjectIdentity): ObjectToPack {
    const { key, versionName } = identity;
    const read = projectObject(this.#kind, raw, identity);
    return {
      key,
      versionName,
      readable: read.readable,
      entries: read.readable
        ? indexEntries(this.#kind.indexes, read.object)
        : [],
      text: this.#packer.pack(
        JSON.stringify(read.readable ? read.object : read.unreadable),
      ),
    };
  }

  /** What was packed under `before` (-1: nothing) becomes what `place` puts there. */
  #exchange(before: number, changed: ChangeRecord, place: () => number): void {
    const entries = before === -1 ? [] : this.#forget(before).entries;
    const id = place();
    this.#putIn.set(id, this.#lists);
    changed.note(this.#remember(id), entries, this.#objects.record(id).entries);
  }

  #remove(id: number, changed: ChangeRecord): void {
    const { key, entries } = this.#forget(id);
    this.#objects.delete(id);
    changed.note(key, entries);
  }

  /** The first list of all, or the first after everything was gone: nothing to compare with, nothing to copy. */
  #adopt(listed: PackedObjects, changed: ChangeRecord): void {
    this.#objects = listed;
    this.#putIn = new Int32List();
    for (const id of listed.ids()) {
      changed.note(this.#remember(id), listed.record(id).entries);
    }
  }

  /** Counts what is there now; returns its key. */
  #remember(id: number): string {
    const { key, readable } = this.#objects.record(id);
    if (!readable) this.#unreadable += 1;
    return key;
  }

  #forget(id: number): { key: string; entries: readonly string[] } {
    const { key, entries, readable } = this.#objects.record(id);
    if (!readable) this.#unreadable -= 1;
    return { key, entries };
  }

  #told(changed: ChangeRecord): StoreChange {
    this.#version += changed.count;
    return changed.change;
  }

  /** What was packed is what `pack` was given: the object, or why it is unreadable, as JSON. */
  #decode<U>({ text }: PackedRecord): U {
    return JSON.parse(this.#packer.unpack(text)) as U;
  }
}
