import type { FaultSettings } from './FaultSettings.ts';
import { parseFaults } from './parseFaults.ts';

/** The things that can be made to go wrong with one cluster; read anew at every request. */
export class FaultKnobs {
  #settings: FaultSettings = {};
  readonly #listeners = new Set<() => void>();
  readonly #watchEnders = new Set<() => void>();

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** Changes what is given and leaves the rest; `undefined`, `null` or `false` mends. Throws on what it does not know. */
  set(change: {
    readonly [K in keyof FaultSettings]?: FaultSettings[K] | null | undefined;
  }): void {
    this.setUnknown(change);
  }

  /** The same for JSON from outside. */
  setUnknown(change: unknown): void {
    const merged: Record<string, unknown> = {
      ...this.#settings,
      ...parseFaults(change),
    };
    for (const [field, value] of Object.entries(merged))
      if (value === undefined) delete merged[field];
    this.#settings = merged;
    this.#notify();
  }

  /** All in order again. */
  reset(): void {
    this.#settings = {};
    this.#notify();
  }

  /** Ends the watches that are open, once, as a restarting API server does. */
  endWatchesNow(): void {
    for (const end of [...this.#watchEnders]) end();
  }

  /** Whether this request gets a 429: counts down. */
  takeTooManyRequests(): { retryAfterSeconds: number } | undefined {
    const fault = this.#settings.tooManyRequests;
    if (!fault) return undefined;
    if (fault.count !== undefined)
      this.#countDown('tooManyRequests', fault, fault.count);
    if (fault.count === 0) return undefined;
    return { retryAfterSeconds: fault.retryAfterSeconds ?? 1 };
  }

  /** Whether this request gets a 500: counts down. */
  takeServerError(): boolean {
    const fault = this.#settings.serverError;
    if (!fault) return false;
    if (fault.count !== undefined)
      this.#countDown('serverError', fault, fault.count);
    return fault.count !== 0;
  }

  /** Whether this event of a watch is cut off: counts down. */
  takeCutEvent(): boolean {
    const fault = this.#settings.cutEvents;
    if (!fault) return false;
    if (fault.count !== undefined)
      this.#countDown('cutEvents', fault, fault.count);
    return fault.count !== 0;
  }

  /** Whether this kind is not installed. */
  isAbsent(group: string, plural: string): boolean {
    return (this.#settings.absent ?? []).some(
      name => name === group || isKind(name, group, plural),
    );
  }

  /** Whether a fault, not a right, forbids it. */
  forbids(
    verb: string,
    group: string,
    resource: string,
    namespace: string | undefined,
  ): boolean {
    return (this.#settings.forbid ?? []).some(
      kind =>
        isKind(kind.resource, group, resource) &&
        (kind.verb === undefined || kind.verb === verb) &&
        (kind.namespace === undefined || kind.namespace === namespace),
    );
  }

  /** Whether this object is to be served with wrong types. */
  malforms(
    group: string,
    plural: string,
    namespace: string | undefined,
    name: string,
  ): boolean {
    return (this.#settings.malformed ?? []).some(
      object =>
        isKind(object.resource, group, plural) &&
        (object.namespace === undefined || object.namespace === namespace) &&
        (object.name === undefined || object.name === name),
    );
  }

  /** Calls after every change. The returned function ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For open watches: how `endWatchesNow` ends them. The returned function takes it back. */
  onEndWatches(end: () => void): () => void {
    this.#watchEnders.add(end);
    return () => this.#watchEnders.delete(end);
  }

  #countDown(
    field: 'tooManyRequests' | 'serverError' | 'cutEvents',
    fault: object,
    count: number,
  ): void {
    const { [field]: _, ...rest } = this.#settings;
    this.#settings =
      count > 1 ? { ...rest, [field]: { ...fault, count: count - 1 } } : rest;
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** `builds.kpack.io`, `builds`, `pods/log` */
function isKind(wanted: string, group: string, resource: string): boolean {
  return (
    wanted === resource ||
    wanted === (group ? `${resource}.${group}` : resource)
  );
}
