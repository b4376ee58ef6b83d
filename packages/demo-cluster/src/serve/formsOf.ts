import { negotiateForm } from '../http/negotiateForm.ts';
import { ObjectForms } from '../http/ObjectForms.ts';
import type { IncludeObject } from '../table/TableRenderer.ts';
import type { ApiCall } from './ApiCall.ts';

/** How this request wants its objects written. */
export function formsOf(
  call: ApiCall,
  include: IncludeObject = 'Metadata',
): ObjectForms {
  const { context, definition, exchange, target } = call;
  return new ObjectForms({
    definition,
    version: target.version,
    form: negotiateForm(exchange.header('accept')),
    include,
    faults: context.faults,
    now: () => context.clock.now(),
  });
}
