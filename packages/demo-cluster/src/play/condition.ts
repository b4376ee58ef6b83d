import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';

/** One status condition, of any kind. */
export interface Condition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** The condition of a type, if the object has it. */
export function condition(
  object: unknown,
  type: string,
): Condition | undefined {
  const found = listAt(object, 'status', 'conditions').find(
    c => textAt(c, 'type') === type,
  );
  const status = textAt(found, 'status');
  if (status === undefined) return undefined;
  return {
    status,
    reason: textAt(found, 'reason') ?? '',
    message: textAt(found, 'message') ?? '',
  };
}
