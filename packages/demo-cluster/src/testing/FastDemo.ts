import { textAt } from '../json/textAt.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { startDemoClusters } from '../startDemoClusters.ts';
import type { DemoClusters } from '../startDemoClusters.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { isReady } from './isReady.ts';

/** Recorded minutes pass in a blink; the order of things stays. */
const SPEED = 2_000;

/** The demo clusters of one test, whose time flies. */
export class FastDemo {
  #clusters: DemoClusters | undefined;

  async start(recording = 'run1'): Promise<DemoClusters> {
    this.#clusters = await startDemoClusters({ recording, speed: SPEED });
    return this.#clusters;
  }

  async close(): Promise<void> {
    await this.#clusters?.close();
    this.#clusters = undefined;
  }

  on(name: 'build' | 'run', resource: string): readonly KubeObject[] {
    return this.#cluster(name).state.list(parseKindName(resource)).items;
  }

  get(name: 'build' | 'run', resource: string, target: string): KubeObject {
    const [namespace = '', own = ''] = target.split('/');
    const found = this.#cluster(name).state.get(
      parseKindName(resource),
      namespace,
      own,
    );
    if (!found) throw new Error(`no ${resource} ${target} on ${name}`);
    return found;
  }

  /** Workloads that are ready and whose stage stamped an object of a kind. */
  workloadsWith(resource: string): readonly KubeObject[] {
    return this.on('build', 'workloads.carto.run').filter(
      workload =>
        isReady(workload) &&
        stagesOf(workload).some(s => s.stamped?.resource === resource),
    );
  }

  newestBuild(target: string): KubeObject {
    const image = this.get('build', 'images.kpack.io', target);
    const ref = textAt(image, 'status', 'latestBuildRef') ?? '';
    return this.get(
      'build',
      'builds.kpack.io',
      `${image.metadata.namespace ?? ''}/${ref}`,
    );
  }

  #cluster(name: 'build' | 'run'): DemoClusters['build'] {
    if (!this.#clusters) throw new Error('The demo has not started');
    return this.#clusters[name];
  }
}
