import type { SourceFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { fluxSource } from '../kinds/fluxSource';

/** What a delivery reads from: a repository of configuration, or an image that holds it. */
export function readSource(object: Fields): SourceFacts {
  const spec = object.object('spec');
  const image = spec.text('image');
  const branch = spec.object('ref').text('branch');
  return fluxSource(object, {
    from: image === undefined ? 'git' : 'image',
    url: spec.text('url') ?? image,
    follows: branch === undefined ? undefined : `branch ${branch}`,
  });
}
