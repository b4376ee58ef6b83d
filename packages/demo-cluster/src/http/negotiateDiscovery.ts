import { readAccept } from './readAccept.ts';

/** Whether aggregated discovery is asked for, and in which version. */
export function negotiateDiscovery(
  accept: string | undefined,
): 'v2' | 'v2beta1' | undefined {
  for (const { type, parameters } of readAccept(accept)) {
    if (type !== 'application/json') continue;
    if (parameters.get('as') === undefined) return undefined;
    const version = parameters.get('v');
    if (
      parameters.get('as') === 'APIGroupDiscoveryList' &&
      (version === 'v2' || version === 'v2beta1')
    )
      return version;
  }
  return undefined;
}
