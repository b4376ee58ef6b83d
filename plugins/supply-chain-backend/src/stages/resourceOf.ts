import type { RealizedStampedRef } from '../model/objects/OwnerStatus';
import type { StampedQuery } from '../model/StampedQuery';

/** How a stamped object is asked for: Cartographer says the plural since 0.5; before that it is the kind's, as Kubernetes guesses it. */
export function resourceOf({
  apiVersion,
  kind,
  resource,
}: Pick<
  RealizedStampedRef,
  'apiVersion' | 'kind' | 'resource'
>): StampedQuery['resource'] {
  const [groupOrVersion = '', version] = apiVersion.split('/');
  const group = version === undefined ? '' : groupOrVersion;
  const said = resource?.split('.')[0];
  return {
    group,
    version: version ?? groupOrVersion,
    plural: said ?? pluralOf(kind),
  };
}

/** k8s.io/apimachinery, meta.UnsafeGuessKindToResource */
function pluralOf(kind: string): string {
  const single = kind.toLowerCase();
  if (single.endsWith('s')) return `${single}es`;
  return single.endsWith('y') ? `${single.slice(0, -1)}ies` : `${single}s`;
}
