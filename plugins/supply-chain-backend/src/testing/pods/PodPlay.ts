import { z } from 'zod';
import { askServer } from './askServer';
import type { ContainerCommand } from './ContainerCommand';
import { nodeAnnotations } from './nodeAnnotations';
import type { PodsUnderTest } from './PodsUnderTest';
import { tellServer } from './tellServer';

const podSchema = z.object({ status: z.object({ phase: z.string() }) });

/** ms between two looks at a pod; a kubelet tells several changes a second at most. */
const LOOK_MS = 100;

/** The containers of a pod by their names. */
export interface PodShape {
  /** One after the other. */
  readonly init: readonly string[];
  /** All at once, after those. */
  readonly containers: readonly string[];
}

interface PodOwner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** A pod that a test makes, and what befalls it. */
export class PodPlay {
  constructor(
    private readonly server: PodsUnderTest,
    readonly namespace: string,
    readonly name: string,
    private readonly commands: Readonly<Record<string, ContainerCommand>>,
  ) {}

  get #pods(): string {
    return `/api/v1/namespaces/${this.namespace}/pods`;
  }

  async start(options: {
    readonly shape: PodShape;
    readonly labels: Readonly<Record<string, string>>;
    readonly owner?: PodOwner | undefined;
    /** The container that is to be killed for its memory. */
    readonly oom?: string | undefined;
  }): Promise<void> {
    const { labels, oom, owner, shape } = options;
    const container = (name: string) => ({
      ...{ name, image: this.server.image },
      command: this.commands[name]?.argv,
    });
    const pod = {
      ...{ apiVersion: 'v1', kind: 'Pod' },
      metadata: {
        ...{ name: this.name, namespace: this.namespace, labels },
        ...(owner && { ownerReferences: [{ ...owner, controller: true }] }),
        ...(oom && { annotations: { [nodeAnnotations.oom]: oom } }),
      },
      spec: {
        ...{ restartPolicy: 'Never', terminationGracePeriodSeconds: 1 },
        automountServiceAccountToken: false,
        initContainers: shape.init.map(container),
        containers: shape.containers.map(container),
      },
    };
    // There is no pod before the namespace's service account, nor a second one while the first goes.
    await this.#until(async () => {
      const { status } = await askServer(this.server, 'POST', this.#pods, pod);
      return status === 201;
    });
  }

  async evict(): Promise<void> {
    await tellServer(this.server, 'PATCH', `${this.#pods}/${this.name}`, {
      metadata: { annotations: { [nodeAnnotations.evict]: 'true' } },
    });
  }

  async delete(): Promise<void> {
    await tellServer(this.server, 'DELETE', `${this.#pods}/${this.name}`);
  }

  /** Resolves with the pod's phase once it has ended. */
  async ended(): Promise<string> {
    let phase = '';
    await this.#until(async () => {
      const path = `${this.#pods}/${this.name}`;
      const answer = await askServer(this.server, 'GET', path);
      phase = podSchema.parse(await answer.json()).status.phase;
      return phase === 'Succeeded' || phase === 'Failed';
    });
    return phase;
  }

  async #until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) {
      await new Promise(resolve => {
        setTimeout(resolve, LOOK_MS);
      });
    }
  }
}
