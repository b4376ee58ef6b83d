import type { PersonalSource } from '../personal/PersonalCopy';
import type { ContainerStates } from './ContainerStates';

/** Where logs come from: with an owner, the cluster is read as one person, whose own token it takes. */
export interface LogSource extends Partial<PersonalSource> {
  readonly states: ContainerStates;
}
