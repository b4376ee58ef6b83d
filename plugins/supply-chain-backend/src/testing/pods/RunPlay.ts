import { z } from 'zod';
import type { ContainerCommand } from './ContainerCommand';
import { PodPlay } from './PodPlay';
import type { PodsUnderTest } from './PodsUnderTest';
import { tellServer } from './tellServer';

const TEKTON = 'tekton.dev/v1';
const CARTOGRAPHER = 'carto.run/v1alpha1';

const uidSchema = z.object({ metadata: z.object({ uid: z.string() }) });

/** A TaskRun of a workload with its pod: what Cartographer and Tekton would do, said by a test. */
export class RunPlay {
  readonly pod: string;
  readonly #pod: PodPlay;
  #uid = '';

  constructor(
    private readonly server: PodsUnderTest,
    readonly namespace: string,
    readonly name: string,
    private readonly steps: readonly string[],
    commands: Readonly<Record<string, ContainerCommand>>,
  ) {
    this.pod = `${name}-pod`;
    this.#pod = new PodPlay(server, namespace, this.pod, commands);
  }

  get #taskRuns(): string {
    return `/apis/${TEKTON}/namespaces/${this.namespace}/taskruns`;
  }

  /** The TaskRun is there, and no pod of it yet. */
  async create(): Promise<void> {
    const { name, namespace } = this;
    const workload = await this.#post(
      `/apis/${CARTOGRAPHER}/namespaces/${namespace}/workloads`,
      {
        ...{ apiVersion: CARTOGRAPHER, kind: 'Workload' },
        ...{ metadata: { name, namespace }, spec: {} },
      },
    );
    const owner = { apiVersion: CARTOGRAPHER, kind: 'Workload', name };
    this.#uid = await this.#post(this.#taskRuns, {
      ...{ apiVersion: TEKTON, kind: 'TaskRun' },
      metadata: {
        ...{ name, namespace },
        labels: { 'carto.run/workload-name': name },
        ownerReferences: [{ ...owner, uid: workload, controller: true }],
      },
      spec: {},
    });
    await this.#tell('Unknown', { waiting: { reason: 'PodInitializing' } });
  }

  startPod(): Promise<void> {
    const { name } = this;
    return this.#pod.start({
      shape: {
        init: ['prepare'],
        containers: this.steps.map(step => `step-${step}`),
      },
      labels: { 'tekton.dev/taskRun': name, 'carto.run/workload-name': name },
      owner: { apiVersion: TEKTON, kind: 'TaskRun', name, uid: this.#uid },
    });
  }

  /** Resolves with the pod's phase once it has ended. */
  podEnded(): Promise<string> {
    return this.#pod.ended();
  }

  succeed(): Promise<void> {
    return this.#tell('True', { terminated: { exitCode: 0 } });
  }

  async #tell(status: 'True' | 'Unknown', state: object): Promise<void> {
    const path = `${this.#taskRuns}/${this.name}/status`;
    await tellServer(this.server, 'PATCH', path, {
      status: {
        podName: this.pod,
        conditions: [{ type: 'Succeeded', status }],
        steps: this.steps.map(name => ({
          ...{ name, container: `step-${name}`, ...state },
        })),
      },
    });
  }

  async #post(path: string, body: object): Promise<string> {
    const answer = await tellServer(this.server, 'POST', path, body);
    return uidSchema.parse(answer).metadata.uid;
  }
}
