import { parseListOptions } from './parseListOptions.ts';
import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { formsOf } from './formsOf.ts';
import { isDryRun } from './isDryRun.ts';
import { readBody } from './readBody.ts';

/** DELETE of one object. What it owns goes at once, whichever propagation was asked for, unless Orphan. */
export async function serveDelete(call: ApiCall): Promise<void> {
  const { context, definition, exchange, stored, target } = call;
  const forms = formsOf(call);
  const options = (await readBody(exchange, 'DeleteOptions')) ?? {};
  const name = target.name ?? '';
  const object = context.state.get(
    stored,
    definition.namespaced ? target.namespace : undefined,
    name,
  );
  if (!object) throw StatusError.notFound(definition, name);
  checkPreconditions(call, object, options.preconditions);
  const dying = deleteOne(call, object, options);
  if (dying || (stored.group === '' && stored.plural === 'pods')) {
    exchange.sendJson(200, forms.single(dying ?? object));
    return;
  }
  const { group, plural } = definition;
  const details = {
    name,
    ...(group && { group }),
    kind: plural,
    uid: object.metadata.uid,
  };
  exchange.sendJson(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details,
  });
}

/** DELETE of a collection: all that the selectors leave. */
export async function serveDeleteCollection(call: ApiCall): Promise<void> {
  const { context, definition, exchange, stored, target } = call;
  const options = parseListOptions(
    exchange.url.searchParams,
    definition,
    false,
  );
  const forms = formsOf(call);
  const body = (await readBody(exchange, 'DeleteOptions')) ?? {};
  const inNamespace =
    definition.namespaced && target.namespace
      ? { namespace: target.namespace }
      : {};
  const items = context.state
    .list(stored, inNamespace)
    .items.filter(options.matches);
  for (const object of items) deleteOne(call, object, body);
  await exchange.sendPieces(
    forms.list(items, { resourceVersion: context.state.resourceVersion }),
  );
}

/** The object as it stays while finalizers hold it; undefined when it is gone. */
function deleteOne(
  call: ApiCall,
  object: KubeObject,
  options: Record<string, unknown>,
): KubeObject | undefined {
  const { context, exchange, stored } = call;
  const { namespace, name, finalizers } = object.metadata;
  if (isDryRun(call)) return undefined;
  if ((finalizers ?? []).length > 0) {
    if (object.metadata.deletionTimestamp) return object;
    const deletionTimestamp = `${new Date(context.clock.now())
      .toISOString()
      .slice(0, 19)}Z`;
    return context.state.apply(stored, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionTimestamp,
        deletionGracePeriodSeconds: 0,
      },
    });
  }
  const policy =
    options.propagationPolicy ??
    exchange.url.searchParams.get('propagationPolicy');
  if (policy === 'Orphan') context.state.orphan(stored, namespace, name);
  else context.state.remove(stored, namespace, name);
  return undefined;
}

function checkPreconditions(
  { definition }: ApiCall,
  object: KubeObject,
  preconditions: unknown,
): void {
  if (!isRecord(preconditions)) return;
  for (const [field, what, happened] of [
    ['uid', 'UID', 'deleted and then recreated'],
    ['resourceVersion', 'ResourceVersion', 'modified'],
  ] as const) {
    const wanted = preconditions[field];
    if (wanted === undefined || wanted === object.metadata[field]) continue;
    const { name } = object.metadata;
    throw StatusError.conflict(
      // The storage layer knows kinds, not plurals.
      { group: definition.group, plural: definition.kind },
      name,
      `the ${what} in the precondition (${String(
        wanted,
      )}) does not match the ${what} in record (${
        object.metadata[field]
      }). The object might have been ${happened}`,
    );
  }
}
