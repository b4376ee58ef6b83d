import { setTimeout as wait } from 'node:timers/promises';
import type { Change, ClusterState, KubeObject } from 'demo-cluster';
import { z } from 'zod';
import { ContainerCommand } from './ContainerCommand';
import { nodeAnnotations } from './nodeAnnotations';

const PODS = { group: '', plural: 'pods' };

/** Bytes after which a container runtime cuts a line into records. */
const RECORD_BYTES = 16 * 1024;

/** Part of its output that a container has written when it is killed for its memory. */
const OOM_AFTER = 1 / 3;

const podSchema = z.object({
  spec: z.object({
    initContainers: z.array(
      z.object({ name: z.string(), command: z.array(z.string()) }),
    ),
    containers: z.array(
      z.object({ name: z.string(), command: z.array(z.string()) }),
    ),
  }),
});

type Named = { readonly name: string; readonly command: readonly string[] };

type State =
  | { waiting: { reason: string } }
  | { running: { startedAt: string } }
  | { terminated: object };

/** Runs the pods of a demo cluster as a kubelet does, as far as `ContainerCommand` goes: init containers one after the other, then the others at once. */
export class DemoNode {
  readonly #state: ClusterState;
  readonly #lives = new Map<string, AbortController>();
  readonly #running = new Set<Promise<void>>();
  readonly #unsubscribe: () => void;

  constructor(state: ClusterState) {
    this.#state = state;
    this.#unsubscribe = state.subscribe(change => this.#heard(change));
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    for (const life of this.#lives.values()) life.abort();
    await Promise.all(this.#running);
  }

  #heard({ resource, type, object }: Change): void {
    if (resource.plural !== PODS.plural || resource.group !== '') return;
    const { uid = '', annotations } = object.metadata;
    if (type === 'ADDED') this.#start(uid, object);
    if (type === 'DELETED') this.#lives.get(uid)?.abort('deleted');
    if (annotations?.[nodeAnnotations.evict] === 'true')
      this.#lives.get(uid)?.abort('evicted');
  }

  #start(uid: string, pod: KubeObject): void {
    const life = new AbortController();
    this.#lives.set(uid, life);
    const work = this.#run(pod, life.signal).finally(() => {
      this.#lives.delete(uid);
      this.#running.delete(work);
    });
    this.#running.add(work);
  }

  async #run(pod: KubeObject, signal: AbortSignal): Promise<void> {
    // Scheduling comes after the answer to who made the pod.
    await wait(20);
    const { spec } = podSchema.parse(pod);
    const all = [...spec.initContainers, ...spec.containers];
    const states = new Map<string, State>(
      all.map(({ name }) => [name, { waiting: { reason: 'PodInitializing' } }]),
    );
    const tell = (phase: string, more: object = {}) => {
      if (signal.reason !== 'deleted') this.#tell(pod, states, phase, more);
    };
    /** False when nothing runs any more after it. */
    const runOne = async ({ name, command }: Named): Promise<boolean> => {
      const startedAt = now();
      states.set(name, { running: { startedAt } });
      tell('Running');
      const isKilled = await this.#write(pod, name, command, signal);
      if (signal.reason === 'deleted') return false;
      const ended = (exitCode: number, reason: string) =>
        states.set(name, {
          terminated: {
            ...{ exitCode, reason, startedAt, finishedAt: now() },
            containerID: `demo://${name}`,
          },
        });
      const { namespace = '', name: podName } = pod.metadata;
      const isOver = signal.aborted || isKilled;
      if (isOver) {
        ended(137, isKilled ? 'OOMKilled' : 'Error');
        tell(
          'Failed',
          signal.aborted ? { reason: 'Evicted', message: LOW } : {},
        );
      } else {
        ended(0, 'Completed');
        tell('Running');
      }
      this.#state.logs.end(namespace, podName, name);
      return !isOver;
    };
    for (const each of spec.initContainers) {
      if (!(await runOne(each))) return;
    }
    const went = await Promise.all(spec.containers.map(runOne));
    if (went.every(Boolean)) tell('Succeeded');
  }

  /** True when the container was killed for its memory. */
  async #write(
    pod: KubeObject,
    container: string,
    command: readonly string[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const { pauseMs, output } = ContainerCommand.parse(command);
    const isDoomed =
      pod.metadata.annotations?.[nodeAnnotations.oom] === container;
    let line = Buffer.alloc(0);
    for (const [index, piece] of output.entries()) {
      if (isDoomed && index > output.length * OOM_AFTER) return true;
      line = Buffer.concat([line, Buffer.from(piece, 'latin1')]);
      line = this.#append(pod, container, line);
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return false;
    }
    if (line.length > 0) this.#record(pod, container, line, true);
    return false;
  }

  /** What is whole goes to the log; gives back the rest. */
  #append(pod: KubeObject, container: string, bytes: Buffer) {
    let rest = bytes;
    for (;;) {
      const end = rest.indexOf(0x0a);
      const length = end < 0 ? rest.length : end;
      if (length > RECORD_BYTES) {
        this.#record(pod, container, rest.subarray(0, RECORD_BYTES), true);
        rest = rest.subarray(RECORD_BYTES);
      } else if (end < 0) {
        return Buffer.from(rest);
      } else {
        this.#record(pod, container, rest.subarray(0, end), false);
        rest = rest.subarray(end + 1);
      }
    }
  }

  #record(pod: KubeObject, container: string, bytes: Buffer, partial: boolean) {
    const { namespace = '', name } = pod.metadata;
    const at = now().replace('Z', '000000Z');
    this.#state.logs.append(namespace, name, container, { at, bytes, partial });
  }

  #tell(
    { metadata, spec }: KubeObject,
    states: ReadonlyMap<string, State>,
    phase: string,
    more: object,
  ): void {
    const stored = this.#state.get(PODS, metadata.namespace, metadata.name);
    if (stored?.metadata.uid !== metadata.uid || !stored) return;
    const { initContainers, containers } = podSchema.parse({ spec }).spec;
    const of = (list: readonly { name: string }[]) =>
      list.map(({ name }) => ({
        ...{ name, state: states.get(name), containerID: `demo://${name}` },
      }));
    this.#state.apply(PODS, {
      ...stored,
      spec: { ...podSpec(stored), nodeName: 'demo-node' },
      status: {
        ...{ phase, ...more },
        initContainerStatuses: of(initContainers),
        containerStatuses: of(containers),
      },
    });
  }
}

const LOW = 'The node was low on resource: memory.';

const podSpec = ({ spec }: KubeObject) =>
  typeof spec === 'object' ? spec : {};

const now = () => new Date().toISOString();
