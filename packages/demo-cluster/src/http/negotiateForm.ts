import { readAccept } from './readAccept.ts';
import { StatusError } from './StatusError.ts';

/** In which form objects are asked for. */
export type ObjectForm = 'object' | 'table' | 'partial';

/** The first form of the Accept header that we have; 406 when there is none. */
export function negotiateForm(accept: string | undefined): ObjectForm {
  const ranges = readAccept(accept);
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
