import type {
  SearchAnswer,
  SearchRequest,
} from '../logs/search/searchMessages';
import type { WorkerPort } from '../logs/search/SearchWorker';
import { serveSearches, type WorkerScope } from '../logs/search/serveSearches';

/** A worker in this process: what the page and it say to each other waits until the test lets it through. */
export class FakeSearchWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  isTerminated = false;
  readonly asked: SearchRequest[] = [];
  private readonly scope: WorkerScope = {
    onmessage: null,
    postMessage: answer => this.answers.push(answer),
  };
  private readonly answers: SearchAnswer[] = [];

  load(): void {
    serveSearches(this.scope, () => 0);
    this.deliver();
  }

  postMessage(message: SearchRequest): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** Works off what was asked, `most` messages of it, and lets the answers through. */
  work(most = Infinity): void {
    for (let n = 0; n < most && this.asked.length > 0; n += 1) {
      const data = this.asked.shift();
      if (data) this.scope.onmessage?.({ data });
      this.deliver();
    }
  }

  private deliver(): void {
    for (const data of this.answers.splice(0))
      if (!this.isTerminated)
        this.onmessage?.(new MessageEvent('message', { data }));
  }
}
