import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { isOwnedBy } from '../../stages/isOwnedBy';
import { metaOf } from '../../stages/metaOf';
import { resourceOf } from '../../stages/resourceOf';
import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import type { LiveCopy } from '../../watch/LiveCopy';
import { clusterCopies } from '../clusterCopies';
import { Unavailable } from '../errors/Unavailable';
import { seenCopy } from '../seenCopy';
import type { Sight } from '../Sight';
import type { StampedObjects } from '../stamped/StampedObjects';
import type { Subject } from '../Subject';
import { subjectOf } from '../subjectOf';
import {
  surroundingsOf,
  type ClusterSurroundings,
} from '../views/surroundingsOf';
import { whenKnown } from '../whenKnown';
import { objectKinds, type ObjectKind } from './objectKinds';
import type { ObjectRequest } from './ObjectReader';

/** Owner references followed: a pod of a TaskRun of a PipelineRun of a Runnable of a Workload is four. */
const CLIMBED_MAX = 6;

/** An object, and whose it is. */
export interface OwnedObject {
  readonly subject: Subject;
  readonly raw: unknown;
  /** Of its kind: lists of the API server's own kinds leave it out of their items. */
  readonly apiVersion: string;
  readonly kind: string;
}

type As = Pick<Sight, 'signal' | 'personal'>;

/** Finds whose an object is. It must belong to a workload by owner references all the way: names and labels say nothing. */
export class ObjectOwners {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #stamped: StampedObjects;

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    stamped: StampedObjects;
  }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#stamped = options.stamped;
  }

  /**
   * Undefined when there is no such object, or it belongs to nobody that permissions are about. Throws `Unavailable` when
   * that cannot be known.
   */
  async find(
    { ref, resource, workload }: ObjectRequest,
    as: As,
  ): Promise<OwnedObject | undefined> {
    if (resource === 'secrets') return undefined;
    const { cluster, namespace, name } = ref;
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, cluster);
    if (!copy.clusters().some(each => each.name === cluster)) return undefined;
    const around = surroundingsOf({ copy, cluster, now: this.#clock.now() });
    const known =
      objectKinds.byResource(resource) ??
      this.#stampedKind(copy, { ref, resource, workload });
    if (!known) return undefined;
    const where = { cluster, namespace };
    const raw = await this.#read(known, { ...where, name }, as);
    const meta = metaOf(raw);
    if (!meta) return undefined;
    const subject = await this.#climb(meta, resource, around, as);
    if (!subject) return undefined;
    const { group, version, kind } = known;
    const apiVersion = group === '' ? version : `${group}/${version}`;
    return { subject, raw, apiVersion, kind };
  }

  /** From the object up to the workload, or to a kpack Image that has none. */
  async #climb(
    from: ObjectMeta,
    resource: string,
    around: ClusterSurroundings,
    as: As,
  ): Promise<Subject | undefined> {
    let meta = from;
    let kind = resource;
    for (let climbed = 0; climbed < CLIMBED_MAX; climbed += 1) {
      const own = subjectItself(kind, meta, around);
      if (own) return own;
      const owner = ownerOf(meta);
      if (!owner) return undefined;
      if (owner.kind === 'Workload') {
        const workload = around.workload(meta.namespace, owner.name);
        return workload && isOwnedBy(meta, { kind: 'Workload', ...workload })
          ? subjectOf.workload(around.cluster, workload.meta)
          : undefined;
      }
      const above = objectKinds.byKind(owner.kind);
      if (!above) return undefined;
      const next = metaOf(
        await this.#read(
          above,
          {
            cluster: around.cluster,
            namespace: meta.namespace,
            name: owner.name,
          },
          as,
        ),
      );
      if (!next || !isOwnedBy(meta, { kind: owner.kind, meta: next }))
        return undefined;
      meta = next;
      kind = resourceName(above);
    }
    return undefined;
  }

  /** A kind that only the workload's status names. */
  #stampedKind(
    copy: LiveCopy,
    {
      ref,
      resource,
      workload,
    }: Pick<ObjectRequest, 'ref' | 'resource' | 'workload'>,
  ): ObjectKind | undefined {
    const { cluster, namespace, name } = ref;
    const workloads = clusterCopies(copy, cluster).workload;
    const asked =
      workload === undefined
        ? [...workloads.all()].filter(each => each.meta.namespace === namespace)
        : [workloads.get(namespace, workload) ?? []].flat();
    return asked
      .flatMap(each => each.status.resources)
      .flatMap(({ stampedRef }) => stampedRef ?? [])
      .filter(
        each =>
          each.name === name && (each.namespace ?? namespace) === namespace,
      )
      .map(each => ({ ...resourceOf(each), kind: each.kind }))
      .find(each => resourceName(each) === resource);
  }

  async #read(
    { group, version, plural }: ObjectKind,
    of: { cluster: string; namespace: string; name: string },
    as: As,
  ): Promise<unknown> {
    const query = { ...of, resource: { group, version, plural } };
    const source = as.personal?.source(query.cluster);
    const { access } =
      this.#copy.clusters().find(each => each.name === query.cluster) ?? {};
    if (access === 'per-user' && !source) return undefined;
    const { objects, problem } = await this.#stamped.read(
      query,
      as.signal,
      source,
    );
    const [raw] = objects;
    // What is not installed is not there.
    if (raw === undefined && problem && problem.because !== 'absent') {
      throw new Unavailable(problem);
    }
    return raw;
  }
}

function subjectItself(
  resource: string,
  { namespace, name }: ObjectMeta,
  around: ClusterSurroundings,
): Subject | undefined {
  switch (resource) {
    case 'workloads.carto.run': {
      const workload = around.workload(namespace, name);
      return workload && subjectOf.workload(around.cluster, workload.meta);
    }
    case 'images.kpack.io': {
      const image = around.image(namespace, name);
      return image && subjectOf.image(image, around);
    }
    case 'builds.kpack.io': {
      const build = around.build(namespace, name);
      return build && subjectOf.build(build, around);
    }
    default:
      return undefined;
  }
}

/** The one that controls it; where nobody does, its only one. */
function ownerOf({ owners }: ObjectMeta) {
  return (
    owners.find(each => each.controller) ??
    (owners.length === 1 ? owners[0] : undefined)
  );
}
