import type { LiveEnvironment } from '../api/LiveEnvironment';

/** Time that passes when a test says so, in the order in which things are due. */
export class FakeLiveEnvironment implements LiveEnvironment {
  private hidden = false;
  private time = 0;
  private due: { at: number; then: () => void }[] = [];
  private onChange = () => {};

  now = () => this.time;
  random = () => 0.5;
  isHidden = () => this.hidden;

  after(ms: number, then: () => void) {
    const entry = { at: this.time + ms, then };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter(each => each !== entry);
    };
  }

  onVisibility(listener: () => void) {
    this.onChange = listener;
  }

  hide(hidden: boolean) {
    this.hidden = hidden;
    this.onChange();
  }

  get timers() {
    return this.due.length;
  }

  async pass(ms: number) {
    const until = this.time + ms;
    await settle();
    for (;;) {
      const next = this.due
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.due = this.due.filter(each => each !== next);
      this.time = next.at;
      next.then();
      await settle();
    }
    this.time = until;
  }
}

/** Turns that the longest chain of promises takes here, twice over. */
const TURNS = 60;

/** Lets every promise that can go on go on. */
async function settle() {
  for (let turn = 0; turn < TURNS; turn += 1) await undefined;
}
