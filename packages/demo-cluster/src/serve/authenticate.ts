import { StatusError } from '../http/StatusError.ts';
import type { User } from '../rbac/User.ts';

const ANONYMOUS: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/** Who sends this Authorization header; nobody in particular without one, 401 for a token that is none of ours. */
export function authenticate(
  authorization: string | undefined,
  users: ReadonlyMap<string, User>,
): User {
  const match = /^Bearer\s+(.+)$/i.exec(authorization ?? '');
  if (!match) return ANONYMOUS;
  const user = users.get(match[1]?.trim() ?? '');
  if (!user) throw StatusError.unauthorized();
  return user;
}
