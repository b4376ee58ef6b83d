import {
  assertNever,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { ObjectMeta } from '../model/objects/ObjectMeta';
import type { LiveCopy } from '../watch/LiveCopy';
import type { UnreadableObject } from '../watch/UnreadableObject';
import { clusterCopies } from './clusterCopies';
import { NoSuchObject } from './errors/NoSuchObject';
import { Unavailable } from './errors/Unavailable';
import type { Sight } from './Sight';
import type { Subject } from './Subject';
import { seenCopy } from './seenCopy';
import { subjectOf } from './subjectOf';
import type { NamedKind, Subjects } from './Subjects';
import { surroundingsOf } from './views/surroundingsOf';
import { whenKnown } from './whenKnown';

const COPY_OF = {
  Workload: 'workload',
  Image: 'image',
  Build: 'build',
} as const;

/** Finds subjects in the live copy. */
export class LiveSubjects implements Subjects {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;

  constructor(options: { copy: LiveCopy; clock: Clock }) {
    this.#copy = options.copy;
    this.#clock = options.clock;
  }

  async find(
    kind: NamedKind,
    ref: ObjectRef,
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Subject | undefined> {
    const copy = seenCopy(this.#copy, as);
    await whenKnown(copy, this.#clock, as.signal, ref.cluster);
    const { cluster } = ref;
    const around = surroundingsOf({ copy, cluster, now: this.#clock.now() });
    switch (kind) {
      case 'Workload': {
        const workload = around.workload(ref.namespace, ref.name);
        return workload && subjectOf.workload(cluster, workload.meta);
      }
      case 'Image': {
        const image = around.image(ref.namespace, ref.name);
        return image && subjectOf.image(image, around);
      }
      case 'Build': {
        const build = around.build(ref.namespace, ref.name);
        return build && subjectOf.build(build, around);
      }
      default:
        return assertNever(kind);
    }
  }

  absent(kind: NamedKind, ref: ObjectRef, sight: Sight): Error {
    const missing = new NoSuchObject(kind, ref);
    const seen = seenCopy(this.#copy, sight);
    const isCluster = seen
      .clusters()
      .some(cluster => cluster.name === ref.cluster);
    if (!isCluster || !sight.mayLookAt(ref.cluster)) return missing;

    const copy = clusterCopies(seen, ref.cluster)[COPY_OF[kind]];
    const { resource } = copy.health;
    const unreadable = copy
      .unreadable()
      .find(each => each.name === ref.name && each.namespace === ref.namespace);
    if (unreadable && sight.sees(unreadableSubject(ref.cluster, unreadable))) {
      return new Unavailable({
        because: 'unreadable',
        cluster: ref.cluster,
        resource,
        ...unreadable,
      });
    }
    const { state, problem } = copy.health;
    switch (state) {
      case 'fresh':
      case 'stale':
        return missing;
      case 'loading':
        return new Unavailable({
          because: 'loading',
          cluster: ref.cluster,
          resource,
        });
      case 'absent':
      case 'denied':
      case 'down':
        return problem ? new Unavailable(problem) : missing;
      default:
        return assertNever(state);
    }
  }
}

/** Of an object that cannot be read nothing is known but where it is. */
function unreadableSubject(
  cluster: string,
  { namespace, name }: UnreadableObject,
): Subject {
  const meta: Pick<ObjectMeta, 'namespace' | 'name' | 'labels'> = {
    namespace: namespace ?? '',
    name,
    labels: {},
  };
  return { kind: 'Workload', cluster, ...meta };
}
