import { FastClock } from '../../clock/FastClock';
import { KubernetesPluginApi } from '../../clusters/KubernetesPluginApi';
import { PluginDiscovery } from '../../clusters/PluginDiscovery';
import { PluginTransport } from '../../clusters/PluginTransport';
import { isRecord } from '../../clusters/isRecord';
import { directKubernetes } from '../directKubernetes';
import { plainFetch } from '../plainFetch';
import { ReflectingLiveCopy } from '../../watch/ReflectingLiveCopy';
import { Unreadable } from '../../watch/Unreadable';
import type { WatchedKind } from '../../watch/WatchedKind';
import { ServerAdmin } from './ServerAdmin';
import type { ServerUnderTest } from './ServerUnderTest';

interface Gadget {
  readonly key: string;
  readonly colour: string;
}

/** Milliseconds of real time: longer than anything here may take on a busy machine. */
const PATIENCE_MS = 25_000;

/** A live copy of one server in a hurry, and what to ask it. */
export class WatchedServer {
  readonly server: ServerUnderTest;
  readonly admin: ServerAdmin;
  readonly copy: ReflectingLiveCopy;
  readonly clock: FastClock;
  /** As the kubernetes plugin sends it; a test may change it. */
  token: string;
  /** When set, the next watch that goes on somewhere is made to go on from this version instead. */
  nextWatchFrom: string | undefined;
  #connections = new AbortController();
  /** What the watches come through that are opened now. */
  #wire = { stalled: false };
  readonly #kind: WatchedKind<Gadget>;
  /** As the kubernetes plugin's locator has them. */
  readonly #clusters: Record<
    string,
    { readonly cluster: { readonly url: string }; readonly token: () => string }
  >;

  constructor(
    server: ServerUnderTest,
    options: {
      readonly namespaces?: readonly string[];
      readonly idleStopMs?: number;
    } = {},
  ) {
    this.server = server;
    this.admin = new ServerAdmin(server);
    this.clock = new FastClock(server.haste);
    this.token = server.user.token;
    this.#kind = gadgets(server.resource);
    this.#clusters = { live: { cluster: server, token: () => this.token } };
    const { clock } = this;
    const random = Math.random;
    const door = {
      ...directKubernetes(this.#clusters, (url, init) =>
        this.#send(String(url), init),
      ),
      clock,
    };
    this.copy = new ReflectingLiveCopy({
      api: new KubernetesPluginApi({ ...door, random }),
      discovery: new PluginDiscovery(new PluginTransport(door)),
      namespacesOf: () => options.namespaces,
      idleStopMs: options.idleStopMs,
      ...{ clock, random, kinds: [this.#kind] },
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    });
  }

  get health() {
    return this.copy.kind('live', this.#kind).health;
  }

  get unreadable() {
    return this.copy.kind('live', this.#kind).unreadable();
  }

  /** `namespace/name: colour`, in order. */
  get held(): readonly string[] {
    return [...this.copy.kind('live', this.#kind).all()]
      .map(({ colour, key }) => `${key}: ${colour}`)
      .sort();
  }

  addCluster(name: string, server: ServerUnderTest): void {
    this.#clusters[name] = { cluster: server, token: () => server.user.token };
  }

  removeCluster(name: string): void {
    delete this.#clusters[name];
  }

  /** Breaks the connections of the watches, as something between us and the server may. */
  breakWatches(): void {
    const broken = this.#connections;
    this.#connections = new AbortController();
    broken.abort(new Error('The connection broke'));
  }

  /** From now on nothing of the open watches arrives, and nothing says so. */
  stallWatches(): void {
    this.#wire.stalled = true;
    this.#wire = { stalled: false };
  }

  start(): void {
    this.copy.touch();
  }

  /** Waits, reading on, until it holds what is told and is in this state. */
  async shows(
    state: string,
    held: readonly string[] = this.held,
  ): Promise<void> {
    const good = () =>
      this.health.state === state && String(this.held) === String(held);
    await this.until(good);
    expect({ state: this.health.state, held: this.held }).toEqual({
      ...{ state, held },
    });
  }

  async #send(url: string, init: RequestInit = {}): Promise<Response> {
    if (!url.includes('watch=true')) return plainFetch(url, init);
    const to = new URL(url);
    if (this.nextWatchFrom && to.searchParams.has('resourceVersion')) {
      to.searchParams.set('resourceVersion', this.nextWatchFrom);
      this.nextWatchFrom = undefined;
    }
    const signals = [init.signal ?? [], this.#connections.signal].flat();
    const wire = this.#wire;
    const answer = await plainFetch(to, {
      ...init,
      signal: AbortSignal.any(signals),
    });
    const { headers, status } = answer;
    const arriving = answer.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, out) {
          if (!wire.stalled) out.enqueue(chunk);
        },
      }),
    );
    return new Response(arriving ?? null, { status, headers });
  }

  async until(holds: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!holds() && Date.now() < end) {
      this.copy.touch();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    if (!holds()) {
      throw new Error(`In vain: ${holds}; ${JSON.stringify(this.health)}`);
    }
  }
}

function gadgets(
  resource: WatchedKind<unknown>['resource'],
): WatchedKind<Gadget> {
  return {
    ...{ resource, kind: 'Gadget', namespaced: true },
    read: raw => {
      const { metadata, spec } = raw as Record<string, unknown>;
      if (!isRecord(metadata) || !isRecord(spec)) {
        throw new Unreadable('spec is no object');
      }
      return {
        key: `${metadata.namespace}/${metadata.name}`,
        colour: String(spec.colour),
      };
    },
    indexes: {},
  };
}
