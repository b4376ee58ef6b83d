import type { KubeObject } from './KubeObject.ts';

/**
 * An object of which only `apiVersion`, `kind` and what selectors and owners need is kept: it makes the rest, and its
 * JSON, whenever somebody asks. Ten thousand of them are a few megabytes instead of hundreds. Spread into a new object
 * it becomes an ordinary one.
 */
export abstract class LazyObject implements KubeObject {
  abstract readonly metadata: KubeObject['metadata'];
  readonly [field: string]: unknown;

  /** The same with this resourceVersion. */
  abstract at(resourceVersion: string): LazyObject;

  /** As JSON; items of built-in kinds in a list do not say what they are. */
  abstract json(typed: boolean): string;
}
