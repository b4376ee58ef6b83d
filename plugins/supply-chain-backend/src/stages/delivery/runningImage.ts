import { Fields } from '../../model/objects/Fields';
import { readConditions } from '../../model/objects/readConditions';

/** The image that a ready Knative Service runs; undefined while its newest revision is not the one that serves. */
export function runningImage(raw: unknown): string | undefined {
  const object = new Fields(raw);
  const status = object.object('status');
  const isReady = readConditions(status).some(
    each => each.type === 'Ready' && each.status === 'True',
  );
  const newest = status.text('latestCreatedRevisionName');
  const isServed =
    newest !== undefined && newest === status.text('latestReadyRevisionName');
  const isSeen =
    object.object('metadata').integer('generation') ===
    status.integer('observedGeneration');
  if (!isReady || !isServed || !isSeen) return undefined;
  const template = object.object('spec').object('template').object('spec');
  const containers = template.list('containers');
  const main =
    containers.find(each => each.text('name') === 'workload') ?? containers[0];
  return main?.text('image');
}
