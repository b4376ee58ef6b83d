import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogTarget } from './LogTarget';

/** What the log of a build or a run is made of, as it is now. */
export interface LoggedSteps {
  /** In the order in which they are told; no two have the same name. */
  readonly steps: readonly StepView[];
  /** There will be no other steps than these. */
  readonly all: boolean;
  /** It will not go on: no step of it starts any more. */
  readonly over: boolean;
  /** The container that a step is; `later`: it is not known yet, `gone`: its pod is no longer there. */
  target(step: string): Pick<LogTarget, 'pod' | 'container'> | 'later' | 'gone';
  /** Why nothing of it can be read. */
  nothing(step: string | undefined): Error;
}
