import { HashChains } from './HashChains';
import { hashText } from './hashText';
import { Ids } from './Ids';
import { Int32List } from './Int32List';
import { PackedRecord } from './PackedRecord';
import { Slabs } from './Slabs';
import type { PackedText } from './TextPacker';

const OTHER_SEED = 0x9e3779b9;

export interface ObjectToPack {
  readonly key: string;
  /** What tells this version of it from every other; undefined when nothing does. Kept as 64 bits of hash. */
  readonly versionName: string | undefined;
  readonly readable: boolean;
  /** Index entries under which it can be found, each once. */
  readonly entries: readonly string[];
  readonly text: PackedText;
}

/** Objects by key and by index entry. Nothing of a single object is in the V8 heap: tables of numbers, and slabs of bytes. */
export class PackedObjects {
  readonly #slabs = new Slabs();
  readonly #ids = new Ids();
  readonly #byKey = new HashChains();
  readonly #version = new Int32List();
  readonly #otherVersion = new Int32List();
  /** By object: its first index entry + 1; the others are chained. */
  readonly #entryOf = new Int32List();
  readonly #entryIds = new Ids();
  readonly #nextEntry = new Int32List();
  readonly #objectOf = new Int32List();
  readonly #byEntry = new HashChains();

  get count(): number {
    return this.#ids.count;
  }

  /** Bytes of all records, and of the holes between them. */
  get bytes(): number {
    return this.#slabs.bytes;
  }

  /** All there are; some of those that come or go meanwhile may or may not be among them. */
  *ids(): Generator<number> {
    for (let id = 0; id < this.#ids.end; id += 1) {
      if (this.#slabs.has(id)) yield id;
    }
  }

  /** -1 when there is none. */
  find(key: string): number {
    let id = this.#byKey.first(hashText(key));
    while (id !== -1 && this.record(id).key !== key) id = this.#byKey.after(id);
    return id;
  }

  /** In no particular order. */
  findAll(entry: string): number[] {
    const found: number[] = [];
    const first = this.#byEntry.first(hashText(entry));
    for (let at = first; at !== -1; at = this.#byEntry.after(at)) {
      const id = this.#objectOf.at(at);
      if (this.record(id).entries.includes(entry)) found.push(id);
    }
    return found;
  }

  /** A view that lasts until the next change. */
  record(id: number): PackedRecord {
    return new PackedRecord(this.#slabs.read(id));
  }

  isVersion(id: number, versionName: string | undefined): boolean {
    return (
      versionName !== undefined &&
      this.#version.at(id) === hashText(versionName) &&
      this.#otherVersion.at(id) === hashText(versionName, OTHER_SEED)
    );
  }

  /** In place of what had its key; returns its number. */
  put(object: ObjectToPack): number {
    const { key, entries, versionName, readable, text } = object;
    const head = PackedRecord.head([key, ...entries], readable, text);
    const id = this.#place(key, entries, head, text.bytes);
    this.#version.set(
      id,
      versionName === undefined ? 0 : hashText(versionName),
    );
    this.#otherVersion.set(
      id,
      versionName === undefined ? 0 : hashText(versionName, OTHER_SEED),
    );
    return id;
  }

  /** An object of others whose texts the same packer packed. */
  take(others: PackedObjects, othersId: number): number {
    const { key, entries, bytes } = others.record(othersId);
    const id = this.#place(key, entries, bytes);
    this.#version.set(id, others.#version.at(othersId));
    this.#otherVersion.set(id, others.#otherVersion.at(othersId));
    return id;
  }

  delete(id: number): void {
    this.#unlink(id);
    this.#byKey.remove(id);
    this.#ids.giveBack(id);
  }

  #place(
    key: string,
    entries: readonly string[],
    ...parts: readonly Uint8Array[]
  ): number {
    let id = this.find(key);
    if (id === -1) {
      id = this.#ids.take();
      this.#byKey.add(id, hashText(key));
    } else {
      this.#unlink(id);
    }
    this.#slabs.put(id, ...parts);
    for (const entry of entries) {
      const at = this.#entryIds.take();
      this.#byEntry.add(at, hashText(entry));
      this.#objectOf.set(at, id);
      this.#nextEntry.set(at, this.#entryOf.at(id));
      this.#entryOf.set(id, at + 1);
    }
    return id;
  }

  /** What it held is gone, its key stays. */
  #unlink(id: number): void {
    for (let at = this.#entryOf.at(id) - 1; at !== -1; ) {
      const next = this.#nextEntry.at(at) - 1;
      this.#byEntry.remove(at);
      this.#entryIds.giveBack(at);
      at = next;
    }
    this.#entryOf.set(id, 0);
    this.#slabs.delete(id);
  }
}
