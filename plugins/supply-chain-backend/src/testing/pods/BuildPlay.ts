import { z } from 'zod';
import { plainFetch } from '../plainFetch';
import { ContainerCommand } from './ContainerCommand';
import { nodeAnnotations } from './nodeAnnotations';
import type { PodsUnderTest } from './PodsUnderTest';
import { STEPS } from './STEPS';

const BUILDS = '/apis/kpack.io/v1alpha2/namespaces';

const podSchema = z.object({ status: z.object({ phase: z.string() }) });

/** ms between two looks at a pod; a kubelet tells several changes a second at most. */
const LOOK_MS = 100;

/** A build and its pod: what kpack would do, said by a test, and what befalls the pod. */
export class BuildPlay {
  readonly pod: string;

  constructor(
    private readonly server: PodsUnderTest,
    readonly namespace: string,
    readonly name: string,
    private readonly commands: Readonly<Record<string, ContainerCommand>>,
  ) {
    this.pod = `${name}-build-pod`;
  }

  get #builds(): string {
    return `${BUILDS}/${this.namespace}/builds`;
  }

  get #pods(): string {
    return `/api/v1/namespaces/${this.namespace}/pods`;
  }

  static async namespace(server: PodsUnderTest, name: string): Promise<void> {
    await send(server, 'POST', '/api/v1/namespaces', {
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    });
  }

  static async forget(server: PodsUnderTest, name: string): Promise<void> {
    await send(server, 'DELETE', `/api/v1/namespaces/${name}`);
  }

  /** The Build is there, and no pod of it yet. */
  async create(): Promise<void> {
    await send(this.server, 'POST', this.#builds, {
      ...{ apiVersion: 'kpack.io/v1alpha2', kind: 'Build' },
      metadata: { name: this.name, namespace: this.namespace },
      spec: { tags: ['registry.example/app'] },
    });
    await this.#tell('Unknown');
  }

  /** `oom`: the container that is to be killed for its memory. */
  async startPod(oom?: string): Promise<void> {
    const containers = STEPS.map(name => ({
      ...{ name, image: this.server.image },
      command: this.commands[name]?.argv,
    }));
    const pod = {
      ...{ apiVersion: 'v1', kind: 'Pod' },
      metadata: {
        ...{ name: this.pod, namespace: this.namespace },
        labels: { 'kpack.io/build': this.name },
        ...(oom && { annotations: { [nodeAnnotations.oom]: oom } }),
      },
      spec: {
        ...{ restartPolicy: 'Never', terminationGracePeriodSeconds: 1 },
        automountServiceAccountToken: false,
        initContainers: containers.slice(0, -1),
        containers: containers.slice(-1),
      },
    };
    // There is no pod before the namespace's service account, nor a second one while the first goes.
    await this.#until(async () => {
      const { status } = await ask(this.server, 'POST', this.#pods, pod);
      return status === 201;
    });
  }

  evictPod(): Promise<void> {
    return send(this.server, 'PATCH', `${this.#pods}/${this.pod}`, {
      metadata: { annotations: { [nodeAnnotations.evict]: 'true' } },
    });
  }

  deletePod(): Promise<void> {
    return send(this.server, 'DELETE', `${this.#pods}/${this.pod}`);
  }

  /** Resolves with the pod's phase once it has ended. */
  async podEnded(): Promise<string> {
    let phase = '';
    await this.#until(async () => {
      const answer = await ask(this.server, 'GET', `${this.#pods}/${this.pod}`);
      phase = podSchema.parse(await answer.json()).status.phase;
      return phase === 'Succeeded' || phase === 'Failed';
    });
    return phase;
  }

  succeed(): Promise<void> {
    return this.#tell('True');
  }

  fail(): Promise<void> {
    return this.#tell('False');
  }

  async #tell(status: 'True' | 'False' | 'Unknown'): Promise<void> {
    await send(this.server, 'PATCH', `${this.#builds}/${this.name}/status`, {
      status: {
        podName: this.pod,
        conditions: [{ type: 'Succeeded', status }],
      },
    });
  }

  async #until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      await new Promise(resolve => {
        setTimeout(resolve, LOOK_MS);
      });
    }
  }
}

async function ask(
  { url, token }: PodsUnderTest,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  return plainFetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function send(
  server: PodsUnderTest,
  method: string,
  path: string,
  body?: object,
): Promise<void> {
  const answer = await ask(server, method, path, body);
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
}
