/** What a server has been asked and what it holds open; benches and tests count with it. */
export interface MetricsSnapshot {
  readonly openConnections: number;
  readonly openWatches: number;
  readonly openLogFollows: number;
  readonly totalRequests: number;
  /** By verb and kind: `list builds.kpack.io`, `get pods/log`; paths that are no kind as `get /apis`. */
  readonly requests: Readonly<Record<string, number>>;
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Counts while a server runs. */
export class ServerMetrics {
  openConnections = 0;
  openWatches = 0;
  openLogFollows = 0;
  readonly #requests = new Map<string, number>();
  readonly #statuses = new Map<string, number>();
  #total = 0;

  countRequest(what: string): void {
    this.#requests.set(what, (this.#requests.get(what) ?? 0) + 1);
  }

  countArrival(): void {
    this.#total += 1;
  }

  countStatus(status: number): void {
    const key = String(status);
    this.#statuses.set(key, (this.#statuses.get(key) ?? 0) + 1);
  }

  snapshot(): MetricsSnapshot {
    return {
      openConnections: this.openConnections,
      openWatches: this.openWatches,
      openLogFollows: this.openLogFollows,
      totalRequests: this.#total,
      requests: Object.fromEntries(this.#requests),
      statuses: Object.fromEntries(this.#statuses),
    };
  }
}
