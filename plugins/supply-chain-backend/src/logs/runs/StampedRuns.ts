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
import type { RunPod } from './RunPod';
import type { RunRef } from './RunRef';

const TEKTON = { group: 'tekton.dev', version: 'v1' };
const TASK_RUNS = { ...TEKTON, plural: 'taskruns' };
const PIPELINE_RUNS = { ...TEKTON, plural: 'pipelineruns' };

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
    const kind = KINDS.get(ref.resource);
    if (!kind) throw new NoSuchObject(ref.resource, ref);
    const { cluster, namespace, name } = ref;
    const resource = kind === 'TaskRun' ? TASK_RUNS : PIPELINE_RUNS;
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
      resource: TASK_RUNS,
    });
    return new Map(
      found
        .filter(each => isOwnedBy(each.meta, { kind: 'PipelineRun', meta }))
        .map(each => [each.meta.name, each] as const),
    );
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

type RunKind = 'TaskRun' | 'PipelineRun';

const KINDS: ReadonlyMap<string, RunKind> = new Map([
  ['taskruns.tekton.dev', 'TaskRun'],
  ['pipelineruns.tekton.dev', 'PipelineRun'],
]);
