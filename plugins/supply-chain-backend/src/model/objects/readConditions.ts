import type { Condition } from './Condition';
import type { Fields } from './Fields';
import { present } from './present';
import { MESSAGE_MAX } from './messageMax';

/** `conditions` of a status; entries without a type are dropped. */
export function readConditions(status: Fields): readonly Condition[] {
  return status.list('conditions').flatMap(condition => {
    const type = condition.text('type');
    if (!type) return [];
    return present({
      type,
      status: condition.text('status') ?? 'Unknown',
      reason: condition.text('reason'),
      message: condition.text('message', MESSAGE_MAX),
      at: condition.instant('lastTransitionTime'),
    });
  });
}
