/** `namespace/name`, as the command line and the control endpoint take it. */
export function parseTargetName(target: string): {
  namespace: string;
  name: string;
} {
  const [namespace, name, more] = target.split('/');
  if (!namespace || !name || more !== undefined)
    throw new Error(`Not namespace/name: ${target}`);
  return { namespace, name };
}
