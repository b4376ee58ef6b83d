import type { Sight } from '../Sight';
import type { Subject } from '../Subject';
import type { RowTable } from './RowTable';

const UNDECIDED = 0;
const HIDDEN = 1;
const SHOWN = 2;

type Reader = Pick<Sight, 'sees' | 'mayLookAt' | 'all' | 'rights'>;

/**
 * Which rows of a table a reader may see. It is decided when it is asked and remembered for as long as the reader's sight is
 * in use, and no workload comes or has other labels.
 */
export class RowDecisions {
  readonly #table: RowTable;
  readonly #known = new WeakMap<
    Sight['sees'],
    { readonly subjects: number; readonly decisions: Uint8Array }
  >();

  constructor(table: RowTable) {
    this.#table = table;
  }

  of(as: Reader): (slot: number) => boolean {
    // Without `rights` something may narrow what is seen besides.
    if (as.all && as.rights !== undefined) return () => true;
    const decisions = this.#decisions(as);
    const { cluster } = this.#table.words;
    const mayLook = Array.from({ length: cluster.end }, (_, id) =>
      as.mayLookAt(cluster.text(id)),
    );
    return slot => {
      if (!mayLook[this.#table.cluster(slot)]) return false;
      if (decisions[slot] === UNDECIDED) {
        decisions[slot] = as.sees(this.#subject(slot)) ? SHOWN : HIDDEN;
      }
      return decisions[slot] === SHOWN;
    };
  }

  #decisions({ sees }: Reader): Uint8Array {
    const { subjectsVersion, end } = this.#table;
    const known = this.#known.get(sees);
    if (known?.subjects === subjectsVersion) return known.decisions;
    const decisions = new Uint8Array(end);
    this.#known.set(sees, { subjects: subjectsVersion, decisions });
    return decisions;
  }

  /** Its labels are read only where somebody asks for them. */
  #subject(slot: number): Subject {
    const table = this.#table;
    let labels: Subject['labels'] | undefined;
    return {
      kind: 'Workload',
      ...table.ref(slot),
      get labels() {
        return (labels ??= table.labels(slot));
      },
    };
  }
}
