import type { ContainerState } from '../objects/ContainerState';

/** A step by its name, and what its container does. */
export type NamedState = {
  readonly name: string;
  readonly state: ContainerState;
};
