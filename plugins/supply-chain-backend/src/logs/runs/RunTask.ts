import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RunPod } from './RunPod';

/** One TaskRun, as far as logs go. */
export interface RunTask {
  readonly ended: boolean;
  readonly pod: RunPod;
  readonly steps: readonly {
    readonly view: StepView;
    readonly container: string;
  }[];
}
