import type { ResourceId } from './ResourceId';

/** `plural.group`, as people and RBAC name a kind: `builds.kpack.io`; `pods` for the core group. */
export function resourceName(
  resource: Pick<ResourceId, 'group' | 'plural'>,
): string {
  return resource.group === ''
    ? resource.plural
    : `${resource.plural}.${resource.group}`;
}
