import type { AskedFor } from './errors/AskedFor';
import type { ResourceId } from './ResourceId';
import { resourceName } from './resourceName';
import type { Verb } from './Verb';

/** What a request asks, as errors name it. */
export function askedFor(
  verb: Verb,
  resource: ResourceId,
  of: {
    readonly cluster: string;
    readonly namespace?: string | undefined;
    readonly name?: string | undefined;
  },
): AskedFor {
  const { cluster, namespace, name } = of;
  return { cluster, verb, resource: resourceName(resource), namespace, name };
}
