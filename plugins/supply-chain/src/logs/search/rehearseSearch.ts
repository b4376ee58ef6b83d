import type { LogBuffer } from '../engine/LogBuffer';
import { LogSearch } from '../engine/LogSearch';
import type { SearchWorker } from './SearchWorker';

/** ms after the worker is there: a large log may still be read, and that goes first. */
const AT_REST = 300;

/** Pieces until the worker's code is compiled as well as it will be: from about 10 MB on nothing gets faster. */
const ENOUGH = 16;

/** Characters of the text that is searched for: about as many as people type. */
const LENGTH = 12;

/**
 * Searches the beginning of a large log once for a text that nobody asked for, so that the first search of a reader finds
 * the code compiled and the memory there, here and in the worker: its first match would take three times as long.
 * Returns how to stop, which a real search must do first.
 */
export function rehearseSearch(
  buffer: LogBuffer,
  worker: SearchWorker,
  after: (ms: number, then: () => void) => () => void,
): () => void {
  let isStopped = false;
  let stop = () => {};
  worker.warmUp(() => {
    if (isStopped || !worker.isReady) return;
    stop = after(AT_REST, () => {
      const search = new LogSearch(buffer, { text: endOfFirstLine(buffer) });
      let pieces = 0;
      stop = worker.run(
        search,
        () => false,
        () => {
          pieces += 1;
          if (pieces === ENOUGH) stop();
        },
      );
    });
  });
  return () => {
    isStopped = true;
    stop();
  };
}

/** Something that is found: lines of a log often end alike. */
function endOfFirstLine(buffer: LogBuffer): string {
  return new TextDecoder().decode(buffer.line(0)).trimEnd().slice(-LENGTH);
}
