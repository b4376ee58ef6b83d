import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Subject } from '../service/Subject';
import type { BuildKey } from './ArchivedBuild';
import type { WholeRun } from './WholeRun';

/** A build or run as the live copy has it, as far as archiving depends on it. */
export interface AtHand extends BuildKey {
  /** `plural.group` of what it is. */
  readonly resource: string;
  readonly name: string;
  /** Of what the newest are kept: its kpack Image, or the stage that it ran for. */
  readonly image: string | undefined;
  readonly subject: Subject;
  /** What it is a part of. */
  readonly whole?: WholeRun | undefined;
  readonly view: BuildView;
  /** Undefined when it is certain that there is none. */
  readonly pod:
    | {
        readonly name: string;
        readonly uid: string | undefined;
        readonly isDeleting: boolean;
      }
    | undefined;
  /** The name in the pod of the container that is a step. */
  readonly containerOf: (step: string) => string;
  readonly isOver: boolean;
  /** It is over, but a container of it has still to end. */
  readonly isEnding: boolean;
  /** Milliseconds since the epoch; now for one that goes on. */
  readonly endedAt: number;
}
