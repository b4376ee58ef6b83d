import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Subject } from '../service/Subject';
import type { WholeRun } from './WholeRun';

/** One Build of one cluster, for ever: its name may come again, its uid does not. */
export interface BuildKey {
  readonly cluster: string;
  readonly namespace: string;
  readonly uid: string;
}

/** What the archive knows of a build besides its logs. */
export interface ArchivedBuild extends BuildKey {
  /** `plural.group` of what it is: a Build of kpack, or a TaskRun. */
  readonly resource: string;
  readonly name: string;
  /** The kpack Image that it was made for, in the same namespace; of a TaskRun its stage, as `workload/stage`. */
  readonly image: string | undefined;
  /** What it is a part of. */
  readonly whole?: WholeRun | undefined;
  /** Whom permissions are about, with the labels that it had: the workload may be gone by the time somebody asks. */
  readonly subject: Subject;
  /** As pages show it, without values of the environment; of a TaskRun only its steps are ever asked for. */
  readonly view: BuildView;
  /** Nothing more will come. */
  readonly settled: boolean;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
}
