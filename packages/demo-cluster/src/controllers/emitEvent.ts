import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';
import { rfc3339 } from './rfc3339.ts';

interface Emission {
  readonly about: KubeObject;
  readonly reason: string;
  readonly message: string;
  /** Cartographer says `Workload` here, even for Deliverables; Flux its controller's name. */
  readonly component: string;
  readonly now: number;
  /** 16 hexadecimal digits that make the name unique. */
  readonly unique: string;
}

/** Writes a Normal event; the same one again only counts up, as client-go's recorder does. */
export function emitEvent(state: ClusterState, emission: Emission): void {
  const { about, reason, message, component } = emission;
  const { namespace = 'default', name, uid } = about.metadata;
  const now = rfc3339(emission.now);
  const same = state
    .list(KIND.event, { namespace })
    .items.find(
      event =>
        event.reason === reason &&
        event.message === message &&
        (event.involvedObject as { uid?: unknown } | undefined)?.uid === uid,
    );
  if (same) {
    const count = typeof same.count === 'number' ? same.count + 1 : 2;
    state.apply(KIND.event, { ...same, count, lastTimestamp: now });
    return;
  }
  state.apply(KIND.event, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.${emission.unique}`, namespace },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      ...{ namespace, name, uid },
      resourceVersion: about.metadata.resourceVersion,
    },
    ...{ reason, message, count: 1, type: 'Normal' },
    ...{ firstTimestamp: now, lastTimestamp: now, eventTime: null },
    source: { component },
    ...{ reportingComponent: '', reportingInstance: '' },
  });
}
