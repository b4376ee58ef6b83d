import type {
  BuildView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isOver } from '../logs/isOver';
import { podOf } from '../model/builds/podOf';
import { buildView } from '../model/buildView';
import { clusterCopies } from '../service/clusterCopies';
import { subjectOf } from '../service/subjectOf';
import type { Subject } from '../service/Subject';
import { surroundingsOf } from '../service/views/surroundingsOf';
import type { LiveCopy } from '../watch/LiveCopy';
import type { BuildKey } from './ArchivedBuild';

/** A build as the live copy has it, as far as archiving depends on it. */
export interface BuildAtHand extends BuildKey {
  readonly name: string;
  readonly image: string | undefined;
  readonly subject: Subject;
  readonly view: BuildView;
  /** Undefined when it is certain that there is none. */
  readonly pod:
    | {
        readonly name: string;
        readonly uid: string | undefined;
        readonly isDeleting: boolean;
      }
    | undefined;
  readonly isOver: boolean;
  /** It is over, but a container of it has still to end. */
  readonly isEnding: boolean;
  /** Milliseconds since the epoch; now for one that goes on. */
  readonly endedAt: number;
}

export type Found =
  | { readonly kind: 'here'; readonly build: BuildAtHand }
  | { readonly kind: 'deleted' }
  /** The copy does not know enough of the cluster now to say anything. */
  | { readonly kind: 'unknown' };

const UNKNOWN: Found = { kind: 'unknown' };

export function buildAtHand(
  copy: LiveCopy,
  now: number,
  { cluster, namespace, name }: ObjectRef,
): Found {
  const copies = clusterCopies(copy, cluster);
  const around = surroundingsOf({ copy, cluster, now });
  const build = around.build(namespace, name);
  if (!build) {
    return copies.build.health.state === 'fresh'
      ? { kind: 'deleted' }
      : UNKNOWN;
  }
  const { uid } = build.meta;
  const pod = podOf(build, around);
  if (!uid || (!pod && copies.pod.health.state !== 'fresh')) return UNKNOWN;
  const view = buildView(build, around, 'redacted');
  const over = isOver(view);
  return {
    kind: 'here',
    build: {
      ...{ cluster, namespace, uid, name, view },
      image: build.image,
      subject: subjectOf.build(build, around),
      pod: pod && {
        name: pod.meta.name,
        uid: pod.meta.uid,
        isDeleting: pod.meta.deleting,
      },
      isOver: over,
      isEnding:
        over &&
        view.steps.some(step =>
          pod?.containers.some(
            ({ name: container, state }) =>
              container === step.name && state.kind === 'running',
          ),
        ),
      endedAt: endOf(view) ?? now,
    },
  };
}

function endOf({ finishedAt }: BuildView): number | undefined {
  const at = Date.parse(finishedAt ?? '');
  return Number.isNaN(at) ? undefined : at;
}
