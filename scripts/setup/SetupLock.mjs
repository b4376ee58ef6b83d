import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks whether another set-up is done. */
const LOOK_EVERY_MS = 1_000;

/** Keeps two commands in one checkout from installing at the same time. */
export class SetupLock {
  #file;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
  }

  /**
   * @param {(pid: number) => void} waiting told once, when another process holds it
   * @param {AbortSignal} signal
   * @returns {Promise<() => void>} lets go of it
   */
  async take(waiting, signal) {
    mkdirSync(dirname(this.#file), { recursive: true });
    for (let told = false; ; ) {
      signal.throwIfAborted();
      try {
        writeFileSync(this.#file, String(process.pid), { flag: 'wx' });
        return () => rmSync(this.#file, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = this.#holder();
      if (holder === undefined) {
        // Its process is gone without a word (killed, a crash): the lock means nothing.
        rmSync(this.#file, { force: true });
        continue;
      }
      if (!told) waiting(holder);
      told = true;
      await sleep(LOOK_EVERY_MS, undefined, { signal });
    }
  }

  #holder() {
    try {
      const pid = Number(readFileSync(this.#file, 'utf8'));
      if (!Number.isInteger(pid) || pid <= 0) return undefined;
      process.kill(pid, 0);
      return pid;
    } catch (error) {
      return error.code === 'EPERM' ? -1 : undefined;
    }
  }
}
