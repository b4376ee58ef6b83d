import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const TRANSFORM = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

interface Reply {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** ms. Ten thousand workloads are generated and read well within this. */
const LONGEST_ANSWER = 300_000;

/** ms */
const LONGEST_GOODBYE = 2_000;

/** One of the processes in `processes/`, and the orders it takes. */
export class Child {
  readonly #process: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #waiting = new Map<
    number,
    { done: (value: unknown) => void; fail: (error: Error) => void }
  >();
  readonly #name: string;
  #lastId = 0;

  constructor(name: 'cluster' | 'backend' | 'viewers', flags: string[] = []) {
    this.#name = name;
    const script = new URL(`../processes/${name}Process.ts`, import.meta.url);
    this.#process = fork(fileURLToPath(script), [], {
      execArgv: [...flags, '--no-warnings', '--require', TRANSFORM],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#exited = once(this.#process, 'exit');
    this.#process.on('message', (reply: Reply) => this.#take(reply));
    this.#process.once('exit', code => {
      for (const { fail } of this.#waiting.values())
        fail(new Error(`The ${name} process ended with ${code}`));
      this.#waiting.clear();
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Does one thing there. Rejects when it fails, does not answer, or the process is gone. */
  ask<T = unknown>(what: string, payload: unknown = {}): Promise<T> {
    if (!this.#process.connected)
      return Promise.reject(new Error(`The ${this.#name} process is gone`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<T>((done, fail) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        fail(new Error(`The ${this.#name} process did not answer ${what}`));
      }, LONGEST_ANSWER);
      this.#waiting.set(id, {
        done: value => {
          clearTimeout(timer);
          done(value as T);
        },
        fail: error => {
          clearTimeout(timer);
          fail(error);
        },
      });
      this.#process.send({ id, do: what, payload });
    });
  }

  /** SIGSTOP makes a black hole of it: its sockets stay open and nobody answers. */
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    this.#process.kill(name);
  }

  /** Lets it end by itself; kills it when it does not. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null)
      return;
    if (this.#process.connected) this.#process.disconnect();
    const kill = setTimeout(
      () => this.#process.kill('SIGKILL'),
      LONGEST_GOODBYE,
    );
    await this.#exited;
    clearTimeout(kill);
  }

  #take({ id, value, error }: Reply): void {
    // The node transform reports files it read on the same channel.
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.done(value);
    else waiting?.fail(new Error(error));
  }
}
