import type { LogSearch } from '../engine/LogSearch';
import type { SearchAnswer, SearchRequest } from './searchMessages';

/** As much of a Worker as is needed. */
export type WorkerPort = {
  onmessage: ((event: MessageEvent<SearchAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: SearchRequest, transfer: Transferable[]): void;
  terminate(): void;
};

/** Bytes of a piece: some ms of work, so that a search that is given up ends at once. */
const PIECE = 1024 * 1024;

/** Pieces under way: enough for the worker to go on while the page draws a frame. */
const UNDER_WAY = 6;

/** ms until the worker must have started: its script has to be fetched. */
const START_PATIENCE = 10_000;

/** ms without an answer. A piece takes milliseconds; on the slowest phone, with an expression, tenths of a second. */
const PATIENCE = 2_000;

export type SearchWorkerDeps = {
  /** Undefined where workers cannot be had. */
  start: () => WorkerPort | undefined;
  after: (ms: number, then: () => void) => () => void;
};

type Job = {
  /** Another one each time it goes on: answers to what was asked before are nobody's. */
  number: number;
  search: LogSearch;
  ended: () => boolean;
  onProgress: () => void;
  /** First lines of the pieces under way. */
  underWay: number[];
};

/**
 * The page's end of the worker: one search at a time, bytes copied to it piece by piece, so that they are never there twice.
 * A page may show several logs: the search that was asked for last goes first, the others go on after it.
 */
export class SearchWorker {
  private port: WorkerPort | undefined;
  private state: 'idle' | 'starting' | 'ready' | 'unavailable' = 'idle';
  private job: Job | undefined;
  /** Searches of other logs, which go on when there is nothing left to do for `job`. */
  private waiting: Job[] = [];
  private jobs = 0;
  /** Bytes that came back from the worker: fresh memory costs as much as the copy. */
  private readonly spare: Uint8Array[] = [];
  private cancelPatience: (() => void) | undefined;
  private untilKnown: (() => void)[] = [];

  constructor(private readonly deps: SearchWorkerDeps) {}

  get isReady(): boolean {
    return this.state === 'ready';
  }

  /** It could not be started, and will not be tried again. */
  get isUnavailable(): boolean {
    return this.state === 'unavailable';
  }

  /** Starts the worker if it is not there. `onState` is called once it is ready, or known to be unavailable. */
  warmUp(onState: () => void): void {
    if (this.state === 'ready' || this.state === 'unavailable') {
      onState();
      return;
    }
    this.untilKnown.push(onState);
    if (this.state === 'idle') this.start();
  }

  /**
   * Searches what `search` has to hand out, until nothing is left; to be called again when there is more then. Calls
   * back after each piece. Returns how to stop.
   */
  run(
    search: LogSearch,
    ended: () => boolean,
    onProgress: () => void,
  ): () => void {
    const job: Job = { number: 0, search, ended, onProgress, underWay: [] };
    const before = this.job;
    if (before) {
      this.waiting.push(before);
      this.leave(before);
    }
    this.waiting.push(job);
    this.goOn();
    return () => {
      this.waiting = this.waiting.filter(each => each !== job);
      if (this.job !== job) return;
      this.leave(job);
      this.goOn();
    };
  }

  /** With the search that was asked for last: in this worker, or in the next one when that is there. */
  private goOn(): void {
    if (this.waiting.length === 0) return;
    if (this.state === 'idle') this.start();
    if (this.state !== 'ready') return;
    const job = this.waiting.pop();
    if (job) this.begin(job);
  }

  private begin(job: Job): void {
    this.jobs += 1;
    job.number = this.jobs;
    job.underWay = [];
    job.search.takeAgain();
    this.job = job;
    const { query } = job.search;
    this.send({ type: 'query', search: job.number, query }, []);
    this.feed(job);
  }

  /** For another search, or for none. */
  private leave(job: Job): void {
    this.job = undefined;
    this.cancelPatience?.();
    job.search.takeAgain();
    // It may be running away: the next search shall not wait for it.
    if (job.search.plan.kind === 'expression' && job.underWay.length > 0)
      this.stopWorker('idle');
  }

  private feed(job: Job): void {
    while (job.underWay.length < UNDER_WAY) {
      const into = this.spare.pop() ?? new Uint8Array(PIECE);
      const piece = job.search.take(job.ended(), PIECE, into);
      if (!piece) {
        this.spare.push(into);
        break;
      }
      job.underWay.push(piece.first);
      this.send({ type: 'piece', search: job.number, piece }, [
        piece.bytes.buffer,
        piece.ends.buffer,
        piece.traits.buffer,
      ]);
    }
    this.cancelPatience?.();
    if (job.underWay.length > 0) {
      this.cancelPatience = this.deps.after(PATIENCE, () => this.giveUp(job));
    } else {
      this.job = undefined;
      this.goOn();
    }
  }

  /** An expression that runs away can be stopped only with the worker it runs in. */
  private giveUp(job: Job): void {
    this.stopWorker('idle');
    const [line = 0] = job.underWay;
    this.job = undefined;
    job.search.takeAgain();
    job.search.tooSlowAt = line;
    job.onProgress();
    this.goOn();
  }

  private answer(answer: SearchAnswer): void {
    if (answer.type === 'ready') {
      this.state = 'ready';
      this.cancelPatience?.();
      this.tellState();
      if (!this.job) this.goOn();
      return;
    }
    if (this.spare.length < UNDER_WAY) this.spare.push(answer.bytes);
    const { job } = this;
    if (!job || answer.search !== job.number) return;
    job.underWay.shift();
    job.search.accept(answer.first, answer.lineCount, answer.hits);
    this.feed(job);
    job.onProgress();
  }

  private start(): void {
    this.state = 'starting';
    const port = this.deps.start();
    if (!port) {
      this.fail();
      return;
    }
    this.port = port;
    port.onmessage = ({ data }) => this.answer(data);
    // It could not be loaded (a Content Security Policy), or it broke: either way the page does its work.
    port.onerror = () => this.fail();
    this.cancelPatience = this.deps.after(START_PATIENCE, () => this.fail());
  }

  private fail(): void {
    this.stopWorker('unavailable');
    const jobs = [...this.waiting, ...(this.job ? [this.job] : [])];
    this.job = undefined;
    this.waiting = [];
    for (const { search } of jobs) search.takeAgain();
    this.tellState();
    for (const { onProgress } of jobs) onProgress();
  }

  private tellState(): void {
    for (const tell of this.untilKnown.splice(0)) tell();
  }

  private stopWorker(state: 'idle' | 'unavailable'): void {
    this.cancelPatience?.();
    this.port?.terminate();
    this.port = undefined;
    this.state = state;
  }

  private send(message: SearchRequest, transfer: Transferable[]): void {
    this.port?.postMessage(message, transfer);
  }
}
