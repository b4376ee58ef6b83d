import { pathSegment } from './pathSegment';
import type { ResourceId } from './ResourceId';

/** The path of a kind, of one object of it, or of a subresource of that: `/apis/kpack.io/v1alpha2/namespaces/dev/builds/x`. */
export function resourcePath(
  resource: ResourceId,
  of: {
    readonly namespace?: string | undefined;
    readonly name?: string | undefined;
    readonly subresource?: 'log' | undefined;
  },
): string {
  const version = pathSegment('version', 'label', resource.version);
  let path =
    resource.group === ''
      ? `/api/${version}`
      : `/apis/${pathSegment('group', 'subdomain', resource.group)}/${version}`;
  if (of.namespace !== undefined) {
    path += `/namespaces/${pathSegment('namespace', 'label', of.namespace)}`;
  }
  path += `/${pathSegment('resource', 'label', resource.plural)}`;
  if (of.name !== undefined) {
    path += `/${pathSegment('name', 'subdomain', of.name)}`;
  }
  return of.subresource === undefined ? path : `${path}/${of.subresource}`;
}
