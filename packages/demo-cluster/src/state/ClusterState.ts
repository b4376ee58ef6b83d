import { randomUUID } from 'node:crypto';
import type { Change } from './Change.ts';
import { ChangeHistory } from './ChangeHistory.ts';
import type { Clock } from './Clock.ts';
import type { KubeObject } from './KubeObject.ts';
import { LazyObject } from './LazyObject.ts';
import { LogStore } from './LogStore.ts';
import { OwnerIndex } from './OwnerIndex.ts';
import type { ResourceCatalog } from './ResourceCatalog.ts';
import type { ResourceId } from './ResourceId.ts';

export type { Change } from './Change.ts';

export interface Snapshot {
  /** Ordered by namespace, then name, as etcd keeps its keys. */
  readonly items: readonly KubeObject[];
  readonly resourceVersion: string;
}

type Kind = Pick<ResourceId, 'group' | 'plural'>;

/** Any start does; small round numbers would look like list indexes. */
const FIRST_VERSION = 1000;

/** One Kubernetes cluster's content: objects, their history for watches, pod logs. No HTTP in here. */
export class ClusterState {
  readonly logs = new LogStore();
  readonly resources: ResourceCatalog;
  readonly #clock: Clock;
  readonly #history: ChangeHistory;
  readonly #uid: () => string;
  readonly #kinds = new Map<string, Map<string, KubeObject>>();
  readonly #sorted = new Map<string, readonly KubeObject[]>();
  readonly #owners = new OwnerIndex();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #untold: Change[] = [];
  #version = FIRST_VERSION;

  constructor(opts: {
    clock: Clock;
    resources: ResourceCatalog;
    historyLimit?: number;
    historyMaxAgeMs?: number;
    uid?: () => string;
  }) {
    this.#clock = opts.clock;
    this.resources = opts.resources;
    this.#history = new ChangeHistory(
      opts.clock,
      FIRST_VERSION,
      opts.historyLimit,
      opts.historyMaxAgeMs,
    );
    this.#uid = opts.uid ?? randomUUID;
  }

  get resourceVersion(): string {
    return String(this.#version);
  }

  /** Versions up to this one cannot be read or watched from any more. */
  get compactedVersion(): number {
    return this.#history.compacted;
  }

  /**
   * Creates or replaces, as a controller would write it: assigns resourceVersion, and uid and
   * creationTimestamp where absent; bumps nothing else; tells watchers. An object equal to the
   * stored one is a no-op, as for the API server.
   */
  apply(resource: Kind, object: KubeObject): KubeObject {
    const objects = this.#objects(resource);
    const key = objectKey(object.metadata.namespace, object.metadata.name);
    const previous = objects.get(key);
    const next = this.#completed(resource, object, previous);
    if (previous && sameButVersion(previous, next)) return previous;
    const version = ++this.#version;
    const stored = withVersion(next, String(version));
    if (previous) this.#owners.remove(resource, previous);
    objects.set(key, stored);
    this.#owners.add(resource, stored);
    this.#record({
      type: previous ? 'MODIFIED' : 'ADDED',
      resource: { group: resource.group, plural: resource.plural },
      object: stored,
      ...(previous && { previous }),
      version,
      at: this.#clock.now(),
    });
    return stored;
  }

  /** Removes it and, like the garbage collector, what it alone owned; a namespace takes its content along. */
  remove(resource: Kind, namespace: string | undefined, name: string): void {
    this.#removeOne(resource, namespace, name, true);
  }

  /** Removes it and leaves what it owned, without that owner. */
  orphan(resource: Kind, namespace: string | undefined, name: string): void {
    this.#removeOne(resource, namespace, name, false);
  }

  get(
    resource: Kind,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    return this.#kinds.get(kindKey(resource))?.get(objectKey(namespace, name));
  }

  list(resource: Kind, opts: { namespace?: string } = {}): Snapshot {
    return {
      items: inNamespace(this.#all(resource), opts.namespace),
      resourceVersion: this.resourceVersion,
    };
  }

  /** The list as it was at an earlier version; undefined when that is forgotten. */
  listAt(
    resource: Kind,
    version: number,
    opts: { namespace?: string } = {},
  ): Snapshot | undefined {
    const undo = this.changesSince(resource, version);
    if (!undo) return undefined;
    if (undo.length === 0) {
      return {
        items: inNamespace(this.#all(resource), opts.namespace),
        resourceVersion: String(version),
      };
    }
    const objects = new Map(this.#objects(resource));
    for (const change of [...undo].reverse()) {
      const key = objectKey(
        change.object.metadata.namespace,
        change.object.metadata.name,
      );
      if (change.previous) objects.set(key, change.previous);
      else objects.delete(key);
    }
    return {
      items: inNamespace(inOrder(objects), opts.namespace),
      resourceVersion: String(version),
    };
  }

  /** What happened to a kind after a version; undefined when that is forgotten. */
  changesSince(resource: Kind, version: number): readonly Change[] | undefined {
    return this.#history
      .after(version)
      ?.filter(c => sameKind(c.resource, resource));
  }

  /** Every change of every kind, in order, before the write that made it returns (but for writes of a listener). The returned function ends it. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** With what the API server fills in where it is absent. */
  #completed(
    resource: Kind,
    object: KubeObject,
    previous: KubeObject | undefined,
  ): KubeObject {
    // It brings all of that with it.
    if (object instanceof LazyObject) return object;
    const metadata = {
      ...object.metadata,
      uid: object.metadata.uid ?? previous?.metadata.uid ?? this.#uid(),
      creationTimestamp:
        object.metadata.creationTimestamp ??
        previous?.metadata.creationTimestamp ??
        rfc3339(this.#clock.now()),
    };
    return { ...this.#typed(resource, object), metadata };
  }

  /** Lists of built-in kinds carry no apiVersion and kind in their items; a stored object always does. */
  #typed(resource: Kind, object: KubeObject): KubeObject {
    if (object.apiVersion && object.kind) return object;
    const definition = this.resources.find(resource);
    if (!definition) return object;
    const { group, version } = this.resources.idOf(definition);
    return {
      apiVersion: group ? `${group}/${version}` : version,
      kind: definition.kind,
      ...object,
    };
  }

  #removeOne(
    resource: Kind,
    namespace: string | undefined,
    name: string,
    cascade: boolean,
  ): void {
    const objects = this.#kinds.get(kindKey(resource));
    const previous = objects?.get(objectKey(namespace, name));
    if (!objects || !previous) return;
    objects.delete(objectKey(namespace, name));
    this.#owners.remove(resource, previous);
    const version = ++this.#version;
    const object = {
      ...previous,
      metadata: { ...previous.metadata, resourceVersion: String(version) },
    };
    this.#record({
      type: 'DELETED',
      resource: { group: resource.group, plural: resource.plural },
      object,
      previous,
      version,
      at: this.#clock.now(),
    });
    if (resource.group === '' && resource.plural === 'pods' && namespace)
      this.logs.drop(namespace, name);
    if (resource.group === '' && resource.plural === 'namespaces')
      this.#emptyNamespace(name);
    this.#releaseDependents(previous, cascade);
  }

  #emptyNamespace(namespace: string): void {
    for (const definition of this.resources.all()) {
      for (const { metadata } of this.list(definition, { namespace }).items) {
        this.#removeOne(definition, namespace, metadata.name, true);
      }
    }
  }

  #releaseDependents(owner: KubeObject, cascade: boolean): void {
    const uid = owner.metadata.uid;
    if (!uid) return;
    for (const { kind, namespace, name } of this.#owners.ownedBy(uid)) {
      const dependent = this.get(kind, namespace, name);
      if (!dependent) continue;
      const others = (dependent.metadata.ownerReferences ?? []).filter(
        ref => ref.uid !== uid,
      );
      if (cascade && others.length === 0) {
        this.#removeOne(kind, namespace, name, true);
      } else {
        const { ownerReferences: _, ...rest } = dependent.metadata;
        const metadata =
          others.length > 0 ? { ...rest, ownerReferences: others } : rest;
        this.apply(kind, { ...dependent, metadata });
      }
    }
  }

  #record(change: Change): void {
    this.#sorted.delete(kindKey(change.resource));
    this.#history.record(change);
    this.#untold.push(change);
    if (this.#untold.length > 1) return;
    // A listener may write in turn: the others still hear of the first change first.
    try {
      for (const next of this.#untold) {
        for (const listener of [...this.#listeners]) listener(next);
      }
    } finally {
      this.#untold.length = 0;
    }
  }

  #all(resource: Kind): readonly KubeObject[] {
    const key = kindKey(resource);
    let sorted = this.#sorted.get(key);
    if (!sorted)
      this.#sorted.set(key, (sorted = inOrder(this.#objects(resource))));
    return sorted;
  }

  #objects(resource: Kind): Map<string, KubeObject> {
    const key = kindKey(resource);
    let objects = this.#kinds.get(key);
    if (!objects) this.#kinds.set(key, (objects = new Map()));
    return objects;
  }
}

function kindKey(kind: Kind): string {
  return `${kind.group}/${kind.plural}`;
}

function objectKey(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

function sameKind(a: Kind, b: Kind): boolean {
  return a.plural === b.plural && a.group === b.group;
}

function inOrder(objects: ReadonlyMap<string, KubeObject>): KubeObject[] {
  return [...objects]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, object]) => object);
}

function inNamespace(
  items: readonly KubeObject[],
  namespace: string | undefined,
): readonly KubeObject[] {
  return namespace
    ? items.filter(o => o.metadata.namespace === namespace)
    : items;
}

function withVersion(object: KubeObject, resourceVersion: string): KubeObject {
  if (object instanceof LazyObject) return object.at(resourceVersion);
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}

function sameButVersion(a: KubeObject, b: KubeObject): boolean {
  if (a instanceof LazyObject && b instanceof LazyObject)
    return a.json(true) === b.at(a.metadata.resourceVersion ?? '').json(true);
  const bare = (o: KubeObject) =>
    JSON.stringify({ ...o, metadata: { ...o.metadata, resourceVersion: '' } });
  return bare(a) === bare(b);
}

/** Kubernetes' metav1.Time: whole seconds. */
function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
