import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { Condition } from '../play/condition.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const REVISION = /^(.*-)(\d{5})$/;
const CREATED = ['status', 'latestCreatedRevisionName'];
const READY: Condition = { status: 'True', reason: '', message: '' };

/** How a Knative Service goes from one revision to the next: `name-00004` is followed by `name-00005`. */
export const serviceRevision = {
  /** Its template has changed: the next revision is made, and waited for. */
  made(service: KubeObject, now: string): KubeObject {
    const generation = (service.metadata.generation ?? 1) + 1;
    const [, stem, count] =
      REVISION.exec(textAt(service, ...CREATED) ?? '') ?? [];
    const created =
      stem && count
        ? put(
            service,
            CREATED,
            `${stem}${String(Number(count) + 1).padStart(5, '0')}`,
          )
        : service;
    const observed = put(
      put(created, ['metadata', 'generation'], generation),
      ['status', 'observedGeneration'],
      generation,
    );
    return told(
      observed,
      {
        ...{ status: 'Unknown', reason: 'RevisionMissing' },
        message: `Configuration "${service.metadata.name}" is waiting for a Revision to become ready.`,
      },
      now,
    );
  },

  /** It is ready, and all requests go to it. */
  ready(service: KubeObject, now: string): KubeObject {
    const created = textAt(service, ...CREATED);
    if (created === undefined) return told(service, READY, now);
    const traffic = listAt(service, 'status', 'traffic').map(target => ({
      ...(typeof target === 'object' ? target : undefined),
      revisionName: created,
    }));
    const serving = put(
      put(service, ['status', 'latestReadyRevisionName'], created),
      ['status', 'traffic'],
      traffic.length > 0 ? traffic : undefined,
    );
    return told(serving, READY, now);
  },

  /** It will never be ready: the one before goes on serving. */
  failed(service: KubeObject, why: string, now: string): KubeObject {
    const name = textAt(service, ...CREATED) ?? service.metadata.name;
    return told(
      service,
      {
        ...{ status: 'False', reason: 'RevisionFailed' },
        message: `Revision "${name}" failed with message: ${why}`,
      },
      now,
    );
  },
};

/** Routes stay ready: they lead to the last revision that was. */
function told(service: KubeObject, next: Condition, now: string): KubeObject {
  return ['ConfigurationsReady', 'Ready'].reduce(
    (object, type) => withCondition(object, type, next, now),
    service,
  );
}
