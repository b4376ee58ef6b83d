import type { ServerResponse } from 'node:http';
import type { FaultKnobs } from '../faults/FaultKnobs.ts';

/** A reader that is this far behind is cut off, as the API server does with watchers that do not keep up. */
const MAX_UNREAD_BYTES = 64 * 1024 * 1024;

/**
 * A body that is written piece by piece and sent at once. While the cluster is a black hole it
 * holds everything back, and lets go of it when that is mended.
 */
export class LiveStream {
  readonly #response: ServerResponse;
  readonly #faults: FaultKnobs;
  readonly #stopListening: () => void;
  #held: (string | Uint8Array)[] | undefined;
  #endHeld = false;
  /** Nothing more is written, though the client has not read all yet. */
  #ending = false;
  #closers: (() => void)[] = [];
  #closed = false;

  constructor(response: ServerResponse, faults: FaultKnobs) {
    this.#response = response;
    this.#faults = faults;
    if (faults.settings.blackHole) this.#held = [];
    this.#stopListening = faults.subscribe(() => this.#holdOrLetGo());
    response.on('close', () => this.#close());
  }

  /** True once the client has left or the body has ended. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Runs when the client leaves or the body ends, whichever is first. */
  onClose(run: () => void): void {
    if (this.#closed) run();
    else this.#closers.push(run);
  }

  write(chunk: string | Uint8Array): void {
    if (this.#closed || this.#ending) return;
    if (this.#held) {
      this.#held.push(chunk);
      return;
    }
    this.#response.write(chunk);
    if (this.#response.writableLength > MAX_UNREAD_BYTES)
      this.#response.destroy();
  }

  /** The last of it, and then the connection breaks. */
  cut(chunk: string): void {
    if (this.#closed) return;
    this.#response.write(chunk, () => this.#response.destroy());
  }

  end(): void {
    if (this.#closed) return;
    if (this.#held) {
      this.#endHeld = true;
      return;
    }
    this.#ending = true;
    this.#response.end(() => this.#close());
  }

  /** Resolves when the client has read what was written, or left. */
  async drained(): Promise<void> {
    if (this.#closed || !this.#response.writableNeedDrain) return;
    await new Promise<void>(resolve => {
      this.#response.once('drain', resolve);
      this.onClose(resolve);
    });
  }

  #holdOrLetGo(): void {
    if (this.#faults.settings.blackHole) {
      this.#held ??= [];
      return;
    }
    const held = this.#held;
    this.#held = undefined;
    for (const chunk of held ?? []) this.write(chunk);
    if (held && this.#endHeld) this.end();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    const closers = this.#closers;
    this.#closers = [];
    for (const run of closers) run();
  }
}
