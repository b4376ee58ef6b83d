import type { ContainerCommand } from './ContainerCommand';
import { PodPlay, type PodShape } from './PodPlay';
import type { PodsUnderTest } from './PodsUnderTest';
import { STEPS } from './STEPS';
import { tellServer } from './tellServer';

const BUILDS = '/apis/kpack.io/v1alpha2/namespaces';

/** As kpack makes it. */
const KPACK_POD: PodShape = {
  init: STEPS.slice(0, -1),
  containers: STEPS.slice(-1),
};

/** A build and its pod: what kpack would do, said by a test, and what befalls the pod. */
export class BuildPlay {
  readonly pod: string;
  readonly #pod: PodPlay;

  constructor(
    private readonly server: PodsUnderTest,
    readonly namespace: string,
    readonly name: string,
    commands: Readonly<Record<string, ContainerCommand>>,
  ) {
    this.pod = `${name}-build-pod`;
    this.#pod = new PodPlay(server, namespace, this.pod, commands);
  }

  get #builds(): string {
    return `${BUILDS}/${this.namespace}/builds`;
  }

  static async namespace(server: PodsUnderTest, name: string): Promise<void> {
    await tellServer(server, 'POST', '/api/v1/namespaces', {
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    });
  }

  static async forget(server: PodsUnderTest, name: string): Promise<void> {
    await tellServer(server, 'DELETE', `/api/v1/namespaces/${name}`);
  }

  /** The Build is there, and no pod of it yet. */
  async create(): Promise<void> {
    await tellServer(this.server, 'POST', this.#builds, {
      ...{ apiVersion: 'kpack.io/v1alpha2', kind: 'Build' },
      metadata: { name: this.name, namespace: this.namespace },
      spec: { tags: ['registry.example/app'] },
    });
    await this.#tell('Unknown');
  }

  /** `oom`: the container that is to be killed for its memory. */
  startPod(oom?: string, shape: PodShape = KPACK_POD): Promise<void> {
    const labels = { 'kpack.io/build': this.name };
    return this.#pod.start({ shape, labels, oom });
  }

  evictPod(): Promise<void> {
    return this.#pod.evict();
  }

  deletePod(): Promise<void> {
    return this.#pod.delete();
  }

  /** Resolves with the pod's phase once it has ended. */
  podEnded(): Promise<string> {
    return this.#pod.ended();
  }

  succeed(): Promise<void> {
    return this.#tell('True');
  }

  fail(): Promise<void> {
    return this.#tell('False');
  }

  async #tell(status: 'True' | 'False' | 'Unknown'): Promise<void> {
    const path = `${this.#builds}/${this.name}/status`;
    await tellServer(this.server, 'PATCH', path, {
      status: {
        podName: this.pod,
        conditions: [{ type: 'Succeeded', status }],
      },
    });
  }
}
