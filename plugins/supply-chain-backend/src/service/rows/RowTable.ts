import {
  WORKLOAD_PHASES,
  type ObjectRef,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { HashChains } from '../../watch/packed/HashChains';
import { hashText } from '../../watch/packed/hashText';
import { Ids } from '../../watch/packed/Ids';
import { Int32List } from '../../watch/packed/Int32List';
import { Slabs } from '../../watch/packed/Slabs';
import { compareText } from '../compareText';
import type { Subject } from '../Subject';
import { NameOrder, type NameRanks } from './NameOrder';
import { packedRow } from './packedRow';
import { PastKeys, type PastKey } from './PastKeys';
import { Words } from './Words';

/** What a slot holds. */
const FREE = 0;
/** Its name only: the row is still to be derived. */
const AWAITED = 1;
const KNOWN = 2;
/** A row that is gone, kept in its place as long as somebody who pages may have seen it there. */
const GONE = 3;

/**
 * Rows as bytes outside the V8 heap, with a column for everything that is filtered, counted or sorted by, so that a list of
 * ten thousand is answered from numbers and only the rows of one page are read. A row stays in its slot as long as it is there.
 */
export class RowTable {
  readonly words = {
    cluster: new Words(),
    namespace: new Words(),
    builder: new Words(),
    /** Reasons of one row, a line each. */
    reasons: new Words(),
  };
  /** Tells this table from those of other replicas, and of this one before it was started again. */
  readonly id: string;
  readonly past: PastKeys;
  readonly #slots = new Ids();
  readonly #state = new Int32List();
  readonly #byRef = new HashChains();
  readonly #names: string[] = [];
  readonly #cluster = new Int32List();
  readonly #namespace = new Int32List();
  readonly #phase = new Int32List();
  readonly #builder = new Int32List();
  readonly #reasons = new Int32List();
  readonly #times: number[] = [];
  readonly #records = new Slabs();
  readonly #order = new NameOrder(
    (a, b) => this.#compareRefs(a, b),
    slot => this.name(slot),
  );
  /** When each slot that is GONE became so. */
  readonly #goneAt = new Map<number, number>();
  #version = 0;
  #subjects = 0;
  #known = 0;

  constructor(id: string, past = new PastKeys()) {
    this.id = id;
    this.past = past;
  }

  /** Grows with every change that an answer could show. */
  get version(): number {
    return this.#version;
  }

  /** Grows when a row comes or its labels change: what permissions are decided on. */
  get subjectsVersion(): number {
    return this.#subjects;
  }

  /** All slots are below it. */
  get end(): number {
    return this.#slots.end;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#known;
  }

  has(slot: number): boolean {
    return this.#state.at(slot) === KNOWN;
  }

  isAwaited(slot: number): boolean {
    return this.#state.at(slot) === AWAITED;
  }

  name(slot: number): string {
    return this.#names[slot] ?? '';
  }

  /** Ids of `words`, and the place of the phase among `WORKLOAD_PHASES`. */
  cluster = (slot: number): number => this.#cluster.at(slot);
  namespace = (slot: number): number => this.#namespace.at(slot);
  phase = (slot: number): number => this.#phase.at(slot);
  builder = (slot: number): number => this.#builder.at(slot);
  reasons = (slot: number): number => this.#reasons.at(slot);

  /** Milliseconds since the epoch; 0 when it is not known. */
  time(slot: number): number {
    return this.#times[slot] ?? 0;
  }

  ranks(): NameRanks {
    return this.#order.ranks();
  }

  ref(slot: number): ObjectRef {
    return {
      cluster: this.words.cluster.text(this.#cluster.at(slot)),
      namespace: this.words.namespace.text(this.#namespace.at(slot)),
      name: this.name(slot),
    };
  }

  row(slot: number): WorkloadRow {
    return packedRow.row(this.#records.read(slot));
  }

  labels(slot: number): Subject['labels'] {
    return packedRow.labels(this.#records.read(slot));
  }

  /** What a search looks at, in lower case. */
  text(slot: number): string {
    return packedRow.text(this.#records.read(slot));
  }

  /** The slot of a workload, a new one when it has none yet. */
  claim(ref: ObjectRef): number {
    const hash = hashText(`${ref.cluster}\n${ref.namespace}\n${ref.name}`);
    const known = this.#find(ref, hash);
    if (known !== -1) {
      if (this.#state.at(known) === GONE) this.#state.set(known, AWAITED);
      return known;
    }
    const slot = this.#slots.take();
    this.#state.set(slot, AWAITED);
    this.#names[slot] = ref.name;
    this.#cluster.set(slot, this.words.cluster.take(ref.cluster));
    this.#namespace.set(slot, this.words.namespace.take(ref.namespace));
    this.#byRef.add(slot, hash);
    this.#order.add(slot);
    return slot;
  }

  /** Slots of a cluster that hold a row, or wait for one; those that came last first. */
  ofCluster(cluster: string): readonly number[] {
    const id = this.words.cluster.find(cluster);
    const slots: number[] = [];
    for (let slot = this.end - 1; slot >= 0; slot -= 1) {
      if (this.#cluster.at(slot) !== id) continue;
      if (this.has(slot) || this.isAwaited(slot)) slots.push(slot);
    }
    return slots;
  }

  put(slot: number, row: WorkloadRow, labels: Subject['labels']): void {
    const record = packedRow.write(row, labels);
    const before = this.#records.read(slot);
    const isNew = !this.has(slot);
    if (!isNew && record.equals(before)) return;
    this.#version += 1;
    if (isNew || !packedRow.sameLabels(before, record)) this.#subjects += 1;
    const phase = WORKLOAD_PHASES.indexOf(row.phase);
    const time = Date.parse(row.changedAt ?? row.createdAt ?? '') || 0;
    const builder = this.words.builder.take(row.builder ?? '');
    const reasons = this.words.reasons.take(row.reasons.join('\n'));
    if (isNew) {
      this.#known += 1;
    } else {
      if (phase !== this.#phase.at(slot) || time !== this.time(slot)) {
        this.#remember(slot);
      }
      this.#giveBackWords(slot);
      this.#records.delete(slot);
    }
    this.#state.set(slot, KNOWN);
    this.#phase.set(slot, phase);
    this.#times[slot] = time;
    this.#builder.set(slot, builder);
    this.#reasons.set(slot, reasons);
    this.#records.put(slot, record);
  }

  remove(slot: number): void {
    if (this.has(slot)) {
      this.#version += 1;
      this.#known -= 1;
      this.#giveBackWords(slot);
      this.#records.delete(slot);
      this.#state.set(slot, GONE);
      this.#goneAt.set(slot, this.past.now);
      this.#remember(slot);
    } else if (this.isAwaited(slot)) {
      // It may have been there before, and be remembered for that.
      if (this.#goneAt.has(slot)) this.#state.set(slot, GONE);
      else this.#free(slot);
    }
  }

  #remember(slot: number): void {
    const key: PastKey = {
      phase: this.#phase.at(slot),
      time: this.time(slot),
    };
    const forgotten = this.past.note(slot, key);
    if (!forgotten || this.#goneAt.get(forgotten.slot) !== forgotten.at) return;
    this.#goneAt.delete(forgotten.slot);
    if (this.#state.at(forgotten.slot) === GONE) this.#free(forgotten.slot);
  }

  #free(slot: number): void {
    this.#byRef.remove(slot);
    this.#order.remove(slot);
    this.words.cluster.giveBack(this.#cluster.at(slot));
    this.words.namespace.giveBack(this.#namespace.at(slot));
    this.#names[slot] = '';
    this.#state.set(slot, FREE);
    this.#slots.giveBack(slot);
  }

  #giveBackWords(slot: number): void {
    this.words.builder.giveBack(this.#builder.at(slot));
    this.words.reasons.giveBack(this.#reasons.at(slot));
  }

  #find({ cluster, namespace, name }: ObjectRef, hash: number): number {
    let slot = this.#byRef.first(hash);
    for (; slot !== -1; slot = this.#byRef.after(slot)) {
      const ref = this.ref(slot);
      if (
        ref.name === name &&
        ref.namespace === namespace &&
        ref.cluster === cluster
      )
        break;
    }
    return slot;
  }

  #compareRefs(a: number, b: number): number {
    const byName = compareText(this.name(a), this.name(b));
    if (byName !== 0) return byName;
    const [one, other] = [this.ref(a), this.ref(b)];
    return (
      compareText(one.namespace, other.namespace) ||
      compareText(one.cluster, other.cluster)
    );
  }
}
