import type { PersonalSource } from '../personal/PersonalCopy';
import type { ContainerStates } from './ContainerStates';

/** Where the logs of one person come from whose own token reads the cluster. */
export interface LogSource extends PersonalSource {
  readonly states: ContainerStates;
}
