import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from './Sight';
import type { Subject } from './Subject';

/** Kinds that the API names by cluster, namespace and name. */
export type NamedKind = 'Workload' | 'Image' | 'Build';

/** Finds what a permission decides on. */
export interface Subjects {
  /** The workload that the object is or belongs to, else the lone Image; undefined when there is no such object. */
  find(
    kind: NamedKind,
    ref: ObjectRef,
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Subject | undefined>;
  /**
   * What to throw when the object is not there, or must not be told apart from one that is not: the same in both cases,
   * also on a cluster that cannot be read.
   */
  absent(kind: NamedKind, ref: ObjectRef, sight: Sight): Error;
}
