import { StatusError } from '../http/StatusError.ts';
import type { IncludeObject } from '../table/TableRenderer.ts';
import type { ApiCall } from './ApiCall.ts';
import { formsOf } from './formsOf.ts';

/** GET of one object, or of its status, which is the same object. */
export function serveGet(call: ApiCall): void {
  const { context, definition, exchange, stored, target } = call;
  const name = target.name ?? '';
  const include = exchange.url.searchParams.get('includeObject');
  const forms = formsOf(
    call,
    include === 'Object' || include === 'None'
      ? (include as IncludeObject)
      : 'Metadata',
  );
  const object = context.state.get(stored, namespaceOf(call), name);
  if (!object) throw StatusError.notFound(definition, name);
  exchange.sendJson(200, forms.single(object));
}

function namespaceOf({ definition, target }: ApiCall): string | undefined {
  return definition.namespaced ? target.namespace : undefined;
}
