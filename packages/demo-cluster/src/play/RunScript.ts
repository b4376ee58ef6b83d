import type { RecordedChange } from '../recording/Recording.ts';
import type { KindName } from '../recording/KindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { DatedLine } from '../recording/parseLog.ts';

/** One recorded run, from the object that asked for it (a Build, TaskRun, PipelineRun, scan) to its end, with all that came of it. */
export interface RunScript {
  readonly resource: KindName;
  /** As it was created. */
  readonly root: KubeObject;
  /** As it was at the end. */
  readonly final: KubeObject;
  /** The object that controls the root, as it was then. */
  readonly owner: KubeObject | undefined;
  /** Of the root and all that it owns and the events about them, in order. */
  readonly changes: readonly RecordedChange[];
  readonly logs: readonly {
    readonly pod: string;
    readonly container: string;
    readonly lines: readonly DatedLine[];
  }[];
  readonly outcome: 'succeeded' | 'failed';
  /** Names of the containers of its pods, in order. */
  readonly steps: readonly string[];
  /** The reason of the container that ended it, e.g. `OOMKilled`. */
  readonly failure: string | undefined;
  readonly durationMs: number;
}
