import type { Attributes } from '../rbac/Attributes.ts';
import type { Decision } from '../rbac/RbacAuthorizer.ts';
import type { User } from '../rbac/User.ts';
import type { ApiContext } from './ApiContext.ts';

/** Whether a user may do something: a fault may forbid what every right allows. */
export function decide(
  context: ApiContext,
  user: User,
  wanted: Attributes,
): Decision {
  if (
    wanted.kind === 'resource' &&
    context.faults.forbids(
      wanted.verb,
      wanted.group,
      wanted.resource,
      wanted.namespace,
    )
  ) {
    return { allowed: false, reason: '' };
  }
  return context.authorizer.decide(user, wanted);
}
