import { StatusError } from '../http/StatusError.ts';
import type { Target } from '../http/parseTarget.ts';
import type { Attributes } from '../rbac/Attributes.ts';
import type { User } from '../rbac/User.ts';
import type { ApiContext } from './ApiContext.ts';
import { decide } from './decide.ts';

/** Throws the API server's 403 unless this user may do this. */
export function authorize(
  context: ApiContext,
  user: User,
  target: Target,
): void {
  const wanted = attributesOf(target);
  const { allowed, reason } = decide(context, user, wanted);
  if (allowed) return;
  const because = reason ? `: ${reason}` : '';
  if (wanted.kind === 'path' || target.kind === 'path') {
    const path = target.kind === 'path' ? target.path : '';
    throw StatusError.forbidden(
      `forbidden: User "${user.name}" cannot ${wanted.verb} path "${path}"${because}`,
      undefined,
      undefined,
    );
  }
  const { group, plural, name, namespace } = target;
  const kind = group ? `${plural}.${group}` : plural;
  const what = name ? `${kind} "${name}" is forbidden` : `${kind} is forbidden`;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw StatusError.forbidden(
    `${what}: User "${user.name}" cannot ${wanted.verb} resource "${wanted.resource}" in API group "${group}" ${scope}${because}`,
    { group, plural },
    name,
  );
}

function attributesOf(target: Target): Attributes {
  if (target.kind === 'path')
    return { kind: 'path', verb: target.verb, path: target.path };
  const { verb, group, plural, subresource, namespace, name } = target;
  return {
    kind: 'resource',
    verb,
    group,
    resource: subresource ? `${plural}/${subresource}` : plural,
    ...(namespace && { namespace }),
    ...(name && { name }),
  };
}
