import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds that a child has to end after SIGTERM; a Backstage backend closes its database in well under one second. */
const GRACE_MS = 5_000;

/**
 * A child process in a process group of its own, so that it ends with everything
 * that it started itself. Its output goes to a file.
 */
export class ChildGroup {
  #child;
  #exited;

  /**
   * @param {{ command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string }} options
   */
  constructor({ command, args, cwd, env, logFile }) {
    this.logFile = logFile;
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'w');
    try {
      this.#child = spawn(command, args, {
        cwd,
        env,
        detached: true,
        stdio: ['ignore', log, log],
      });
    } finally {
      closeSync(log);
    }
    this.#exited = new Promise(resolve => {
      this.#child.once('error', error => resolve({ error }));
      this.#child.once('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  /** @returns {Promise<{ code?: number | null, signal?: string | null, error?: Error }>} how it ended; never rejects */
  get exited() {
    return this.#exited;
  }

  /** Ends the child and what it started: politely, then for certain. */
  async end(graceMs = GRACE_MS) {
    if (this.#child.pid === undefined) return;
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), graceMs);
    await this.#exited;
    clearTimeout(timer);
    // The child is gone; grandchildren that ignored SIGTERM are not.
    this.#signal('SIGKILL');
  }

  #signal(signal) {
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
