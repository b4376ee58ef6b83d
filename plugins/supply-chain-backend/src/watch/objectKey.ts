/** `namespace/name`, or `name` of a cluster-wide object. Neither part can hold a slash. */
export function objectKey(namespace: string | undefined, name: string): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
