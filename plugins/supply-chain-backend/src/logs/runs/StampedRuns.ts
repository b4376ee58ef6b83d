import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { StampedQuery } from '../../model/StampedQuery';
import { NoSuchObject } from '../../service/errors/NoSuchObject';
import { Unavailable } from '../../service/errors/Unavailable';
import type { StampedObjects } from '../../service/stamped/StampedObjects';
import type { StampedSource } from '../../service/stamped/StampedSource';
import { isOwnedBy } from '../../stages/isOwnedBy';
import { labelsAre } from '../../stages/labelsAre';
import { metaOf } from '../../stages/metaOf';
import { podQuery } from './podQuery';
import { runKindOf } from './runKindOf';
import { runKinds, type RunKind, type ScanKind } from './runKinds';
import type { RunPod } from './RunPod';
import type { RunRef } from './RunRef';

/** An object as it was read, and its metadata. */
export interface ReadObject {
  readonly raw: unknown;
  readonly meta: ObjectMeta;
}

/** Reads runs and what belongs to them: by names and labels, held to the owner references. */
export class StampedRuns {
  constructor(
    private readonly options: {
      readonly stamped: Pick<StampedObjects, 'read'>;
      readonly signal: AbortSignal;
      /** Where the cluster is read as one person. */
      readonly source: StampedSource | undefined;
    },
  ) {}

  /** Throws `NoSuchObject`, also for kinds that have no log, and `Unavailable`. */
  async run(ref: RunRef): Promise<ReadObject & { kind: RunKind }> {
    const kind = runKindOf(ref.resource);
    if (!kind) throw new NoSuchObject(ref.resource, ref);
    const { cluster, namespace, name } = ref;
    const resource = runKinds[kind];
    const [found] = await this.#read({ cluster, namespace, name, resource });
    if (!found) throw new NoSuchObject(ref.resource, ref);
    return { ...found, kind };
  }

  /** The TaskRuns of a PipelineRun, by their names. */
  async tasks(
    { cluster, namespace, name }: RunRef,
    { meta }: ReadObject,
  ): Promise<ReadonlyMap<string, ReadObject>> {
    const labelSelector = labelsAre({ 'tekton.dev/pipelineRun': name });
    if (labelSelector === undefined) return new Map();
    const found = await this.#read({
      ...{ cluster, namespace, labelSelector },
      resource: runKinds.TaskRun,
    });
    return new Map(
      found
        .filter(each => isOwnedBy(each.meta, { kind: 'PipelineRun', meta }))
        .map(each => [each.meta.name, each] as const),
    );
  }

  /**
   * The TaskRuns that a scan made, the oldest first. All that an ImageVulnerabilityScan makes has its name as a label; of what
   * a SourceScan or an ImageScan makes only the owner tells, so that those of the namespace are looked through.
   */
  async scanTasks(
    { cluster, namespace, name }: RunRef,
    { kind, meta }: ReadObject & { readonly kind: ScanKind },
  ): Promise<readonly ReadObject[]> {
    const where = { cluster, namespace };
    const isScans = (each: ReadObject) => isOwnedBy(each.meta, { kind, meta });
    if (kind !== 'ImageVulnerabilityScan') {
      const resource = runKinds.TaskRun;
      const all = await this.#read({ ...where, resource });
      return all.filter(isScans).sort(oldestFirst);
    }
    const labelSelector = labelsAre({ imagevulnerabilityscan: name });
    if (labelSelector === undefined) return [];
    const [pipelines, tasks] = await Promise.all(
      [runKinds.PipelineRun, runKinds.TaskRun].map(resource =>
        this.#read({ ...where, labelSelector, resource }),
      ),
    );
    const own = pipelines?.filter(isScans) ?? [];
    const isOwn = (task: ReadObject) =>
      isScans(task) ||
      own.some(each =>
        isOwnedBy(task.meta, { kind: 'PipelineRun', meta: each.meta }),
      );
    return (tasks ?? []).filter(isOwn).sort(oldestFirst);
  }

  /** The pod that a TaskRun names, if it is this TaskRun's. */
  async pod(
    { cluster, namespace }: RunRef,
    { meta }: ReadObject,
    name: string | undefined,
  ): Promise<RunPod> {
    if (name === undefined) return { state: 'gone' };
    const { objects, problem } = await this.options.stamped.read(
      podQuery(cluster, namespace, name),
      this.options.signal,
      this.options.source,
    );
    const pod = metaOf(objects[0]);
    if (!pod)
      return problem ? { state: 'unknown', problem } : { state: 'gone' };
    return isOwnedBy(pod, { kind: 'TaskRun', meta })
      ? { state: 'there', name }
      : { state: 'gone' };
  }

  async #read(query: StampedQuery): Promise<ReadObject[]> {
    const { signal, source, stamped } = this.options;
    const { objects, problem } = await stamped.read(query, signal, source);
    // What is not installed is not there.
    if (objects.length === 0 && problem && problem.because !== 'absent') {
      throw new Unavailable(problem);
    }
    return objects.flatMap(raw => {
      const meta = metaOf(raw);
      return meta ? { raw, meta } : [];
    });
  }
}

function oldestFirst(a: ReadObject, b: ReadObject): number {
  const [first = '', second = ''] = [a.meta.createdAt, b.meta.createdAt];
  if (first !== second) return first < second ? -1 : 1;
  return a.meta.name < b.meta.name ? -1 : 1;
}
