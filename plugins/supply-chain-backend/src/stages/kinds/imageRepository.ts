import type { StageInspector } from '../StageInspector';
import { fluxSource } from './fluxSource';

/** TAP's ImageRepository: source, or a whole image, that was put into a registry. */
export const imageRepository: StageInspector = {
  group: 'source.apps.tanzu.vmware.com',
  kind: 'ImageRepository',
  inspect: ({ object }) => ({
    facts: fluxSource(object, {
      from: 'image',
      url: object.object('spec').text('image'),
    }),
  }),
};
