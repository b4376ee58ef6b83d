import type { Clock } from '../clock/Clock';
import type { ClusterInfo } from './ClusterInfo';
import { Gone } from './errors/Gone';
import { NotFound } from './errors/NotFound';
import { UpstreamFailure } from './errors/UpstreamFailure';
import { isRecord } from './isRecord';
import type { KubernetesApi } from './KubernetesApi';
import type { ListPage } from './ListPage';
import type { ListRequest } from './ListRequest';
import type { ObjectRequest } from './ObjectRequest';
import { resourceName } from './resourceName';
import type { Verb } from './Verb';
import type { WatchEvent } from './WatchEvent';
import type { WatchRequest } from './WatchRequest';

type Line = WatchEvent | { readonly type: 'END' } | { readonly error: Error };

interface OpenWatch {
  readonly cluster: string;
  readonly resource: string;
  push(line: Line): void;
}

interface Happened {
  readonly version: number;
  readonly resource: string;
  readonly event: WatchEvent;
}

interface FakeCluster {
  version: number;
  /** Watches from below this are too old. */
  oldest: number;
  readonly objects: Map<string, Record<string, unknown>>;
  readonly history: Happened[];
}

/** Clusters in memory with Kubernetes' rules for lists and watches, for tests. Says when nothing else happens. */
export class FakeKubernetes implements KubernetesApi {
  infos: ClusterInfo[];
  pageSize = 2;
  /** Asked before every request is answered; a returned error is thrown, a promise waited for. */
  meddle: (
    verb: Verb | 'contact' | 'clusters',
    cluster: string,
    resource: string,
    signal: AbortSignal,
  ) => Error | undefined | Promise<Error | undefined> = () => undefined;
  /** Whether watches may begin with the state; `ignored`: as a server that does not know the question. */
  streams: 'no' | 'yes' | 'ignored' = 'no';
  /** When set, watches end after the time asked for, and have a bookmark a minute after they began, and again. */
  clock: Clock | undefined;
  /** `list builds.kpack.io`, in order; a watch that is asked to begin with the state is a `stream`. */
  readonly asked: string[] = [];
  readonly #clusters = new Map<string, FakeCluster>();
  readonly #watches = new Set<OpenWatch>();

  constructor(...names: string[]) {
    this.infos = names.map(name => ({
      name,
      authProvider: 'serviceAccount',
      access: 'shared',
    }));
  }

  get openWatches(): number {
    return this.#watches.size;
  }

  /** Creates or replaces. Keeps what the object says of itself but its version. */
  put(
    cluster: string,
    resource: string,
    object: Record<string, unknown>,
  ): void {
    const here = this.#cluster(cluster);
    const key = keyOf(resource, object);
    here.version += 1;
    const metadata = isRecord(object.metadata) ? object.metadata : {};
    const stored = {
      ...object,
      metadata: { ...metadata, resourceVersion: String(here.version) },
    };
    const type = here.objects.has(key) ? 'MODIFIED' : 'ADDED';
    here.objects.set(key, stored);
    this.#happen(cluster, resource, type, stored);
  }

  remove(
    cluster: string,
    resource: string,
    namespace: string,
    name: string,
  ): void {
    const here = this.#cluster(cluster);
    const key = `${resource} ${namespace}/${name}`;
    const object = here.objects.get(key);
    if (!object) return;
    here.objects.delete(key);
    here.version += 1;
    const metadata = isRecord(object.metadata) ? object.metadata : {};
    this.#happen(cluster, resource, 'DELETED', {
      ...object,
      metadata: { ...metadata, resourceVersion: String(here.version) },
    });
  }

  objects(cluster: string, resource: string): Record<string, unknown>[] {
    return [...this.#cluster(cluster).objects]
      .filter(([key]) => key.startsWith(`${resource} `))
      .map(([, object]) => object);
  }

  /** Forgets history: watches from before now are answered with 410. */
  compact(cluster: string): void {
    const here = this.#cluster(cluster);
    // A change of something that nobody here looks at, as there always is in a cluster.
    here.version += 1;
    here.oldest = here.version;
  }

  bookmark(cluster: string): void {
    const resourceVersion = String(this.#cluster(cluster).version);
    this.#push(cluster, { type: 'BOOKMARK', resourceVersion });
  }

  /** The end of the state that a watch begins with, where `streams` is `ignored` and nobody has said it. */
  bookmarkEnd(cluster: string): void {
    const resourceVersion = String(this.#cluster(cluster).version);
    this.#push(cluster, {
      type: 'BOOKMARK',
      resourceVersion,
      initialEnd: true,
    });
  }

  /** As the server does when `timeoutSeconds` are over. */
  endWatches(cluster: string): void {
    this.#push(cluster, { type: 'END' });
  }

  breakWatches(cluster: string, error: Error): void {
    this.#push(cluster, { error });
  }

  /** A line that no rule allows: duplicates, events of the past, rubbish. */
  sendLine(cluster: string, resource: string, event: WatchEvent): void {
    for (const watch of [...this.#watches]) {
      if (watch.cluster === cluster && watch.resource === resource) {
        watch.push(event);
      }
    }
  }

  async clusters(signal: AbortSignal): Promise<readonly ClusterInfo[]> {
    await this.#begin('clusters', '', '', signal);
    return [...this.infos];
  }

  async contact(cluster: string, signal: AbortSignal): Promise<void> {
    await this.#begin('contact', cluster, '', signal);
  }

  async *list(
    request: ListRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ListPage> {
    const resource = resourceName(request.resource);
    const { cluster, namespace } = request;
    await this.#begin(
      'list',
      cluster,
      inNamespace(resource, namespace),
      signal,
    );
    const here = this.#cluster(cluster);
    const version = here.version;
    const items = this.objects(cluster, resource).filter(object =>
      isSelected(request, { object }),
    );
    for (
      let from = 0;
      from === 0 || from < items.length;
      from += this.pageSize
    ) {
      signal.throwIfAborted();
      if (version < here.oldest) {
        throw new Gone({ cluster: request.cluster, verb: 'list', resource });
      }
      yield {
        items: items.slice(from, from + this.pageSize),
        resourceVersion: String(version),
      };
    }
  }

  async get(request: ObjectRequest, signal: AbortSignal): Promise<unknown> {
    const resource = resourceName(request.resource);
    const { cluster, namespace, name } = request;
    await this.#begin('get', cluster, resource, signal);
    const object = this.#cluster(cluster).objects.get(
      `${resource} ${namespace}/${name}`,
    );
    if (!object) {
      throw new NotFound({ cluster, verb: 'get', resource, namespace, name });
    }
    return object;
  }

  async *watch(
    request: WatchRequest,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const { cluster } = request;
    const resource = resourceName(request.resource);
    const asked = { cluster, verb: 'watch', resource } as const;
    const { namespace, resourceVersion } = request;
    await this.#begin(
      resourceVersion === undefined ? 'stream' : 'watch',
      cluster,
      inNamespace(resource, namespace),
      signal,
    );
    const here = this.#cluster(cluster);
    if (resourceVersion === undefined && this.streams === 'no') {
      throw new UpstreamFailure(asked, 422);
    }
    const from = Number(resourceVersion ?? here.version);
    if (from < here.oldest) throw new Gone(asked);
    const lines: Line[] =
      resourceVersion === undefined
        ? this.#state(request)
        : here.history
            .filter(past => past.resource === resource && past.version > from)
            .map(past => past.event)
            .filter(event => isSelected(request, event));
    let arrived: () => void = () => undefined;
    const nextArrival = () =>
      new Promise<void>(resolve => {
        arrived = resolve;
      });
    const watch: OpenWatch = {
      cluster,
      resource,
      push: line => {
        if ('type' in line && !isSelected(request, line)) return;
        lines.push(line);
        arrived();
      },
    };
    const onAbort = () => arrived();
    signal.addEventListener('abort', onAbort);
    this.#watches.add(watch);
    const over = new AbortController();
    if (this.clock) this.#live(watch, request.seconds, this.clock, over.signal);
    try {
      for (;;) {
        signal.throwIfAborted();
        const line = lines.shift();
        if (!line) {
          await nextArrival();
        } else if ('error' in line) {
          throw line.error;
        } else if (line.type === 'END') {
          return;
        } else {
          yield line;
        }
      }
    } finally {
      over.abort();
      signal.removeEventListener('abort', onAbort);
      this.#watches.delete(watch);
    }
  }

  log(): Promise<AsyncIterable<Uint8Array>> {
    return Promise.reject(new Error('The fake has no logs'));
  }

  patch(): Promise<unknown> {
    return Promise.reject(new Error('The fake takes no patches'));
  }

  #live(
    watch: OpenWatch,
    seconds: number | undefined,
    clock: Clock,
    over: AbortSignal,
  ): void {
    const ignore = () => undefined;
    clock
      .sleep((seconds ?? 300) * 1000, over)
      .then(() => watch.push({ type: 'END' }), ignore);
    const bookmarkLater = () =>
      clock.sleep(60_000, over).then(() => {
        const resourceVersion = String(this.#cluster(watch.cluster).version);
        watch.push({ type: 'BOOKMARK', resourceVersion });
        bookmarkLater();
      }, ignore);
    bookmarkLater();
  }

  #state(request: WatchRequest): Line[] {
    const { cluster } = request;
    const resource = resourceName(request.resource);
    const resourceVersion = String(this.#cluster(cluster).version);
    const objects = this.objects(cluster, resource)
      .map(object => ({ type: 'ADDED' as const, object }))
      .filter(line => isSelected(request, line));
    return this.streams === 'ignored'
      ? objects
      : [...objects, { type: 'BOOKMARK', resourceVersion, initialEnd: true }];
  }

  async #begin(
    verb: Verb | 'stream' | 'contact' | 'clusters',
    cluster: string,
    resource: string,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    this.asked.push([verb, cluster, resource].filter(Boolean).join(' '));
    const error = await this.meddle(
      verb === 'stream' ? 'watch' : verb,
      cluster,
      resource,
      signal,
    );
    signal.throwIfAborted();
    if (error) throw error;
  }

  #cluster(name: string): FakeCluster {
    let cluster = this.#clusters.get(name);
    if (!cluster) {
      cluster = { version: 100, oldest: 0, objects: new Map(), history: [] };
      this.#clusters.set(name, cluster);
    }
    return cluster;
  }

  #happen(
    cluster: string,
    resource: string,
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    object: Record<string, unknown>,
  ): void {
    const here = this.#cluster(cluster);
    const resourceVersion = String(here.version);
    const event: WatchEvent = { type, object, resourceVersion };
    here.history.push({ version: here.version, resource, event });
    this.sendLine(cluster, resource, event);
  }

  #push(cluster: string, line: Line): void {
    for (const watch of [...this.#watches]) {
      if (watch.cluster === cluster) watch.push(line);
    }
  }
}

/** `builds.kpack.io in dev`. */
function inNamespace(resource: string, namespace: string | undefined): string {
  return namespace === undefined ? resource : `${resource} in ${namespace}`;
}

/** By namespace, `metadata.name=x`, `label=value` and `label`, no other selectors. */
function isSelected(
  { namespace, fieldSelector, labelSelector }: ListRequest,
  line: object,
): boolean {
  if (!('object' in line)) return true;
  const { object } = line;
  const metadata = isRecord(object) ? object.metadata : undefined;
  if (!isRecord(metadata)) return namespace === undefined;
  const labels = isRecord(metadata.labels) ? metadata.labels : {};
  const [label = '', value] = labelSelector?.split('=') ?? [];
  return (
    (namespace === undefined || metadata.namespace === namespace) &&
    (fieldSelector === undefined ||
      fieldSelector === `metadata.name=${metadata.name}`) &&
    (labelSelector === undefined ||
      (value === undefined ? label in labels : labels[label] === value))
  );
}

function keyOf(resource: string, object: Record<string, unknown>): string {
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  return `${resource} ${metadata.namespace}/${metadata.name}`;
}
