import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';
import type { ApiCall } from './ApiCall.ts';
import { checkedUpdate } from './checkedUpdate.ts';
import { formsOf } from './formsOf.ts';
import { readBody } from './readBody.ts';
import { storeUpdate } from './storeUpdate.ts';

/** PUT of an object or its status. Custom resources must say which version they replace. */
export async function serveUpdate(call: ApiCall): Promise<void> {
  const { context, definition, exchange, stored, target } = call;
  const forms = formsOf(call);
  const body = await readBody(exchange, definition.kind);
  const name = target.name ?? '';
  const metadata = isRecord(body?.metadata) ? body.metadata : {};
  if (metadata.name !== name) {
    throw StatusError.badRequest(
      `the name of the object (${String(
        metadata.name ?? '',
      )}) does not match the name on the URL (${name})`,
    );
  }
  const before = context.state.get(
    stored,
    definition.namespaced ? target.namespace : undefined,
    name,
  );
  if (!before) throw StatusError.notFound(definition, name);
  if (definition.custom && !metadata.resourceVersion) {
    throw StatusError.invalid(definition, name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  if (metadata.uid && metadata.uid !== before.metadata.uid) {
    throw StatusError.conflict(
      definition,
      name,
      `Precondition failed: UID in precondition: ${String(
        metadata.uid,
      )}, UID in object meta: ${before.metadata.uid}`,
    );
  }
  const after = storeUpdate(
    call,
    checkedUpdate(definition, before, body, target.subresource),
  );
  exchange.sendJson(200, forms.single(after));
}
