import type { ListPage } from './ListPage';
import { ListSplitter } from './ListSplitter';
import { LONGEST_OBJECT } from './LONGEST_OBJECT';
import { parseListPage } from './parseListPage';
import { parseObject } from './parseObject';

/** Bytes that are parsed in one go: some objects, a millisecond. */
const PIECE = 64 * 1024;

/**
 * One answer to a list request, as its bytes arrive -> its objects in small batches, the last with the list's version.
 * Returns how to ask for the next page; undefined after the last.
 */
export async function* readList(
  chunks: AsyncIterable<Uint8Array>,
  options: {
    /** Awaited between two pieces of work: lets others have their turn. */
    readonly pause: () => Promise<void> | void;
    /** What is thrown when it is no list. */
    readonly broken: () => Error;
  },
): AsyncGenerator<ListPage, string | undefined> {
  let items: unknown[] = [];
  const splitter = new ListSplitter((bytes, whole) => {
    items.push(parseObject(bytes, whole));
  }, LONGEST_OBJECT);
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      if (!splitter.push(chunk.subarray(from, from + PIECE))) {
        throw options.broken();
      }
      if (items.length > 0) yield { items };
      items = [];
      await options.pause();
    }
  }
  const page = parseEnvelope(splitter.end());
  if (!page) throw options.broken();
  yield { items: page.items, resourceVersion: page.resourceVersion };
  return page.next;
}

function parseEnvelope(bytes: Buffer | undefined) {
  if (!bytes) return undefined;
  try {
    return parseListPage(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}
