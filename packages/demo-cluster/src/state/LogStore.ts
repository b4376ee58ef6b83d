/** One record of a container's log file, as the container runtime writes it. */
export interface LogLine {
  /** RFC3339Nano, exactly as it shall be shown. */
  readonly at: string;
  /** Without the newline. */
  readonly bytes: Uint8Array;
  /** CRI tag P: no newline follows, the next record continues the line. */
  readonly partial?: boolean;
}

/** What is known of one container's log. */
export interface ContainerLog {
  readonly lines: readonly LogLine[];
  /** The container terminated, nothing more will come. */
  readonly ended: boolean;
  /** The Status to answer with instead of a log. */
  readonly refusal?: unknown;
}

interface Entry {
  lines: LogLine[];
  ended: boolean;
  refusal?: unknown;
  previous?: ContainerLog;
  listeners: Set<() => void>;
}

/** The log files of a cluster's containers: appended to by controllers, read or followed by the HTTP side. */
export class LogStore {
  readonly #pods = new Map<string, Map<string, Entry>>();

  append(
    namespace: string,
    pod: string,
    container: string,
    line: LogLine,
  ): void {
    const entry = this.#entry(namespace, pod, container);
    delete entry.refusal;
    entry.lines.push(line);
    this.#notify(entry);
  }

  /** The container terminated: followers get what stands and complete. */
  end(namespace: string, pod: string, container: string): void {
    const entry = this.#entry(namespace, pod, container);
    entry.ended = true;
    this.#notify(entry);
  }

  /** The container starts again: its log so far is from now on the `previous` one. */
  restart(namespace: string, pod: string, container: string): void {
    const entry = this.#entry(namespace, pod, container);
    entry.previous = { lines: entry.lines, ended: true };
    entry.lines = [];
    entry.ended = false;
    this.#notify(entry);
  }

  /** Answer with this Status (with its `code`) instead of a log, until something is appended. */
  refuse(
    namespace: string,
    pod: string,
    container: string,
    status: unknown,
  ): void {
    const entry = this.#entry(namespace, pod, container);
    entry.refusal = status;
    this.#notify(entry);
  }

  /** The pod is gone, its files with it. */
  drop(namespace: string, pod: string): void {
    const key = podKey(namespace, pod);
    const containers = this.#pods.get(key);
    this.#pods.delete(key);
    for (const entry of containers?.values() ?? []) {
      entry.ended = true;
      this.#notify(entry);
    }
  }

  /** `lines` is the living array: it only ever grows; remember an index to go on from. */
  read(
    namespace: string,
    pod: string,
    container: string,
  ): ContainerLog | undefined {
    return this.#pods.get(podKey(namespace, pod))?.get(container);
  }

  /** The log of the container's run before this one. */
  readPrevious(
    namespace: string,
    pod: string,
    container: string,
  ): ContainerLog | undefined {
    return this.#pods.get(podKey(namespace, pod))?.get(container)?.previous;
  }

  /** Calls at every append, end, restart and drop. The returned function ends it. */
  subscribe(
    namespace: string,
    pod: string,
    container: string,
    listener: () => void,
  ): () => void {
    const entry = this.#entry(namespace, pod, container);
    entry.listeners.add(listener);
    return () => entry.listeners.delete(listener);
  }

  #entry(namespace: string, pod: string, container: string): Entry {
    const key = podKey(namespace, pod);
    let containers = this.#pods.get(key);
    if (!containers) this.#pods.set(key, (containers = new Map()));
    let entry = containers.get(container);
    if (!entry)
      containers.set(
        container,
        (entry = { lines: [], ended: false, listeners: new Set() }),
      );
    return entry;
  }

  #notify(entry: Entry): void {
    for (const listener of [...entry.listeners]) listener();
  }
}

function podKey(namespace: string, pod: string): string {
  return `${namespace}/${pod}`;
}
