import { sleep } from '../support/sleep.ts';
import { askOurs } from './askOurs.ts';
import type { Backend } from './World.ts';

/** Most rows that a page of the list may have. */
const PAGE = 1_000;
/** ms between two questions. */
const ASK_EVERY = 100;

/** As much of a row as oracles look at. */
export interface Row {
  readonly ref: { cluster: string; namespace: string; name: string };
  readonly phase: string;
  readonly chain?: string;
  readonly tag?: string;
  readonly builder?: string;
  readonly reasons: readonly string[];
}

/** Every row of the list, page by page. */
export async function allRows(backend: Backend): Promise<Row[]> {
  await untilComplete(backend);
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      ...{ limit: String(PAGE), sort: 'name' },
      ...(cursor !== undefined && { cursor }),
    });
    const page = await askOurs<{ items: Row[]; cursor?: string }>(
      backend,
      `/v1/workloads?${query.toString()}`,
    );
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

/** Rows that are still being derived are left out of an answer, which says so: then it is not the answer to judge. */
async function untilComplete(backend: Backend): Promise<void> {
  for (;;) {
    const { problems } = await askOurs<{ problems: { because: string }[] }>(
      backend,
      '/v1/workloads?limit=1',
    );
    if (problems.every(({ because }) => because !== 'loading')) return;
    await sleep(ASK_EVERY);
  }
}
