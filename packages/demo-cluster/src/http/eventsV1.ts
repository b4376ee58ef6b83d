import type { KubeObject } from '../state/KubeObject.ts';

/** A core event in the form of events.k8s.io/v1, which shows the same objects under other field names. */
export function eventsV1(event: KubeObject): KubeObject {
  const {
    involvedObject,
    message,
    source,
    firstTimestamp,
    lastTimestamp,
    count,
    reportingComponent,
    reportingInstance,
    ...same
  } = event;
  const form: KubeObject = {
    ...same,
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: event.metadata,
    reportingController: reportingComponent,
    reportingInstance,
    regarding: involvedObject,
    note: message,
    deprecatedSource: source,
    deprecatedFirstTimestamp: firstTimestamp,
    deprecatedLastTimestamp: lastTimestamp,
    deprecatedCount: count,
  };
  return form;
}
