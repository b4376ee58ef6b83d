import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Which parts of the set-up were finished, and from what they were made. A part is
 * forgotten before it is made anew and remembered when it is finished, so that a
 * set-up that broke off is seen as unfinished.
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

  forget(part) {
    delete this.#parts[part];
    this.#write();
  }

  remember(part, madeFrom) {
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
    return typeof parts === 'object' && parts !== null ? parts : {};
  } catch {
    // Absent or broken: nothing is known to be finished.
    return {};
  }
}
