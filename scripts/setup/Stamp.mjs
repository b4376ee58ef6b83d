import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const UNFINISHED = 'unfinished';

/**
 * Which parts of the set-up were finished, and from what they were made; a part that
 * was begun and not finished is known too.
 */
export class Stamp {
  #file;
  #parts;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
    this.#parts = readParts(file);
  }

  /** Whether the part was finished from exactly this. */
  holds(part, madeFrom) {
    return this.#parts[part] === madeFrom;
  }

  /** Whether work on the part began and did not end. */
  brokeOff(part) {
    return this.#parts[part] === UNFINISHED;
  }

  begin(part) {
    this.#parts[part] = UNFINISHED;
    this.#write();
  }

  finish(part, madeFrom) {
    this.#parts[part] = madeFrom;
    this.#write();
  }

  #write() {
    mkdirSync(dirname(this.#file), { recursive: true });
    // Renamed into place: a reader never sees half a file.
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(this.#parts, null, 2)}\n`);
    renameSync(draft, this.#file);
  }
}

function readParts(file) {
  try {
    const parts = JSON.parse(readFileSync(file, 'utf8'));
    const isRecord = typeof parts === 'object' && parts !== null;
    return isRecord && !Array.isArray(parts) ? parts : {};
  } catch {
    // Absent or broken: nothing is known to be finished.
    return {};
  }
}
