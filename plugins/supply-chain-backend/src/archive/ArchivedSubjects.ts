import {
  assertNever,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from '../service/Sight';
import type { Subject } from '../service/Subject';
import type { NamedKind, Subjects } from '../service/Subjects';
import type { KeptBuilds } from './KeptBuilds';

/**
 * Finds subjects of builds and images that only the archive knows any more: the workload (or Image) as it is now, where it
 * still stands, else as it was written down.
 */
export class ArchivedSubjects implements Subjects {
  constructor(
    private readonly inner: Subjects,
    private readonly kept: KeptBuilds,
  ) {}

  async find(
    kind: NamedKind,
    ref: ObjectRef,
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Subject | undefined> {
    const live = await this.inner.find(kind, ref, as);
    if (live) return live;
    const archived = await this.#archived(kind, ref, as.signal);
    return archived && this.current(archived, as);
  }

  absent(kind: NamedKind, ref: ObjectRef, sight: Sight): Error {
    return this.inner.absent(kind, ref, sight);
  }

  /** Labels and owners change: what is written down holds only when there is nothing newer. */
  async current(
    subject: Subject,
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Subject> {
    const { kind, cluster, namespace, name } = subject;
    const now = await this.inner.find(kind, { cluster, namespace, name }, as);
    return now ?? subject;
  }

  async #archived(
    kind: NamedKind,
    ref: ObjectRef,
    signal: AbortSignal,
  ): Promise<Subject | undefined> {
    try {
      switch (kind) {
        case 'Workload':
          return undefined;
        case 'Image':
          return (await this.kept.ofImage(ref, signal))[0]?.subject;
        case 'Build':
          return (await this.kept.named(ref, signal))?.subject;
        default:
          return assertNever(kind);
      }
    } catch {
      // Not found, as without an archive: another answer would tell what is denied from what is absent.
      signal.throwIfAborted();
      return undefined;
    }
  }
}
