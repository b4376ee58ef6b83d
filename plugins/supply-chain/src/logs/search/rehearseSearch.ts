import type { LogBuffer } from '../engine/LogBuffer';
import { LogSearch } from '../engine/LogSearch';
import type { SearchWorker } from './SearchWorker';

/** ms until the worker is started: a large log may still be read, and that goes first. */
const AT_REST = 300;

/** Pieces of each text until the worker's code is compiled as well as it will be: from about 20 MB on nothing gets faster. */
const ENOUGH = 10;

/** Characters of the text that is searched for: about as many as people type. */
const LENGTH = 12;

/**
 * Searches the beginning of a large log for texts that nobody asked for, so that the first search of a reader finds the
 * code compiled and the memory there, here and in the worker: its first match would take three times as long. `onOver` when
 * it is through: then the log may be let go of. Returns how to stop, which a real search must do first.
 */
export function rehearseSearch(
  buffer: LogBuffer,
  worker: SearchWorker,
  after: (ms: number, then: () => void) => () => void,
  onOver: () => void,
): () => void {
  let isStopped = false;
  let stop = after(AT_REST, () =>
    worker.warmUp(() => {
      if (isStopped) return;
      if (worker.isReady) next(textsIn(buffer));
      else onOver();
    }),
  );
  const next = ([text, ...others]: readonly string[]) => {
    if (text === undefined) {
      onOver();
      return;
    }
    const search = new LogSearch(buffer, { text });
    let pieces = 0;
    stop = worker.run(
      search,
      () => false,
      () => {
        pieces += 1;
        if (pieces < ENOUGH && !search.isComplete()) return;
        stop();
        next(others);
      },
    );
  };
  return () => {
    isStopped = true;
    stop();
  };
}

/** One that is hardly found, and one that is, because lines of a log often end alike: each takes other ways through the code. */
function textsIn(buffer: LogBuffer): readonly string[] {
  const line = new TextDecoder().decode(buffer.line(0)).trimEnd();
  const end = line.slice(-LENGTH);
  return [[...end].reverse().join(''), end];
}
