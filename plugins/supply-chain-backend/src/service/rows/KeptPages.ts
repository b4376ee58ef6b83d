import type { PageOfRows } from './pageOfRows';

/** Rows in all pages together; with their text about 3 KB each. */
const MOST_ROWS = 2_000;

interface Kept {
  readonly state: string;
  readonly page: PageOfRows;
}

/** Pages of lists that several people read, until a row changes: a hundred people with the same list open cost one. */
export class KeptPages {
  readonly #most: number;
  /** In the order in which they were read last. */
  readonly #pages = new Map<string, Kept>();
  #rows = 0;

  constructor(most = MOST_ROWS) {
    this.#most = most;
  }

  /** The page of that name as long as the state is the one that it was made in; made anew otherwise. */
  page(
    name: string,
    state: string,
    make: () => PageOfRows,
  ): { readonly page: PageOfRows; readonly isKept: boolean } {
    const kept = this.#pages.get(name);
    this.#drop(name);
    const isKept = kept?.state === state;
    const page = isKept ? kept.page : make();
    this.#pages.set(name, { state, page });
    this.#rows += weightOf(page);
    for (const oldest of this.#pages.keys()) {
      if (this.#rows <= this.#most) break;
      this.#drop(oldest);
    }
    return { page, isKept };
  }

  #drop(name: string): void {
    const kept = this.#pages.get(name);
    if (!kept) return;
    this.#pages.delete(name);
    this.#rows -= weightOf(kept.page);
  }
}

/** An empty page is facets and a name still. */
function weightOf({ items }: PageOfRows): number {
  return items.length + 10;
}
