import type { LiveEnvironment } from './LiveEnvironment';

/** Waits for contact, and says when it has stayed away for too long. */
export class Aging {
  private dueAt = Infinity;
  private cancel: () => void = () => {};

  constructor(
    private readonly environment: Pick<LiveEnvironment, 'now' | 'after'>,
    private readonly onOld: () => void,
  ) {}

  /** Contact is expected within so many ms from now; an expectation that is due earlier stays. */
  expectWithin(ms: number): void {
    const dueAt = this.environment.now() + ms;
    if (dueAt >= this.dueAt) return;
    this.cancel();
    this.dueAt = dueAt;
    this.cancel = this.environment.after(ms, () => {
      this.dueAt = Infinity;
      this.onOld();
    });
  }

  /** Contact. Also: nobody waits any more. */
  stop(): void {
    this.cancel();
    this.dueAt = Infinity;
  }
}
