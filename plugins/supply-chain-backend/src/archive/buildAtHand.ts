import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isOver } from '../logs/isOver';
import { podOf } from '../model/builds/podOf';
import { buildView } from '../model/buildView';
import { resourceName } from '../clusters/resourceName';
import { clusterCopies } from '../service/clusterCopies';
import { subjectOf } from '../service/subjectOf';
import { watchedKinds } from '../service/watchedKinds';
import { surroundingsOf } from '../service/views/surroundingsOf';
import type { LiveCopy } from '../watch/LiveCopy';
import { endOf } from './endOf';
import type { Found } from './Found';

const BUILDS = resourceName(watchedKinds.build.resource);
const UNKNOWN: Found = { kind: 'unknown' };

/** A Build of kpack as the live copy has it. */
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
      ...{ cluster, namespace, uid, name, view, resource: BUILDS },
      image: build.image,
      subject: subjectOf.build(build, around),
      pod: pod && {
        name: pod.meta.name,
        uid: pod.meta.uid,
        isDeleting: pod.meta.deleting,
      },
      containerOf: step => step,
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
