import { StatusError } from './StatusError.ts';

/** In which form objects are asked for. */
export type ObjectForm = 'object' | 'table' | 'partial';

/** The first form of the Accept header that we have; 406 when there is none. */
export function negotiateForm(accept: string | undefined): ObjectForm {
  const ranges = (accept ?? '*/*').split(',').map(readRange);
  for (const { type, parameters } of ranges) {
    const as = parameters.get('as');
    if (type === 'application/json' && as) {
      if (parameters.get('g') !== 'meta.k8s.io') continue;
      if (as === 'Table') return 'table';
      if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList')
        return 'partial';
    } else if (
      type === 'application/json' ||
      type === 'application/*' ||
      type === '*/*'
    ) {
      return 'object';
    }
  }
  throw new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

/** Whether aggregated discovery is asked for, and in which version. */
export function negotiateDiscovery(
  accept: string | undefined,
): 'v2' | 'v2beta1' | undefined {
  for (const { type, parameters } of (accept ?? '').split(',').map(readRange)) {
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

function readRange(range: string): {
  type: string;
  parameters: Map<string, string>;
} {
  const [type = '', ...rest] = range.split(';').map(part => part.trim());
  const parameters = rest.map((part): [string, string] => {
    const [key = '', value = ''] = part.split('=');
    return [key.trim(), value.trim()];
  });
  return { type: type || '*/*', parameters: new Map(parameters) };
}
